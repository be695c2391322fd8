using System.Buffers.Binary;
using System.Text;
using Longleaf.Documents.Binary;

namespace Longleaf.Documents;

/// <summary>Writes a <see cref="BlockMap"/> in one pass over a document's blocks, in memory that grows with its headings and sheets and not its blocks.</summary>
/// <remarks>
/// The form, all little-endian: groups of <see cref="GroupSize"/> entries as varint differences, the first of a group against nothing;
/// sections as parent and title; sheet names; the index of groups (first byte of the canonical text, offset of the group); the footer.
/// </remarks>
/// <param name="output">Where the map goes; not disposed here.</param>
public sealed class BlockMapWriter(Stream output)
{
    internal const uint Magic = 0x4D42_4C4C; // "LLBM"
    internal const uint Version = 2;
    internal const int GroupSize = 64;
    internal const int FooterBytes = 56;

    private readonly ChecksummedOutput _output = new(output);
    private readonly List<(long ByteStart, long Offset)> _groups = [];
    private readonly Dictionary<(int Parent, string Title), int> _sectionIds = [];
    private readonly List<(int Parent, string Title)> _sections = [];
    private readonly Dictionary<string, int> _sheetIds = new(StringComparer.Ordinal);
    private readonly List<string> _sheets = [];
    private byte[] _path = [];
    private IReadOnlyList<string> _lastSection = [];
    private int _lastSectionId = -1;
    private Location _previous = Location.None;
    private int _previousSectionId = -1;
    private long _count;

    /// <summary>Takes the next block, its location complete.</summary>
    public void Add(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var at = block.Location;
        if (_count % GroupSize == 0)
        {
            _groups.Add((at.ByteStart, _output.Position));
            (_previous, _previousSectionId, _path) = (Location.None, -1, []);
        }

        var section = SectionId(at.Section);
        _output.Write([(byte)((int)block.Kind | ((int)block.Join << 4))]);
        _output.WriteVarint((ulong)Math.Max(block.Level, 0));
        _output.WriteVarint(Varint.ZigZag((long)(at.Page ?? 0) - (_previous.Page ?? 0)));
        _output.WriteVarint(at.Sheet is { } sheet ? (ulong)SheetId(sheet) + 1 : 0);
        WritePath(at.Path);
        _output.WriteVarint(Varint.ZigZag((long)(at.Row ?? 0) - (_previous.Row ?? 0)));
        _output.WriteVarint(Varint.ZigZag((long)section - _previousSectionId));
        _output.WriteVarint(Varint.ZigZag(at.Start - (_previous.Start + _previous.Length)));
        _output.WriteVarint((ulong)at.Length);
        _output.WriteVarint(Varint.ZigZag(at.ByteStart - (_previous.ByteStart + _previous.ByteLength)));
        _output.WriteVarint((ulong)at.ByteLength);
        (_previous, _previousSectionId) = (at, section);
        _count++;
    }

    /// <summary>Writes what remains; nothing can be added after it.</summary>
    public void Complete()
    {
        var sections = _output.Position;
        foreach (var (parent, title) in _sections)
        {
            _output.WriteVarint((ulong)(parent + 1));
            WriteText(title);
        }

        var sheets = _output.Position;
        foreach (var sheet in _sheets)
        {
            WriteText(sheet);
        }

        var index = _output.Position;
        Span<byte> group = stackalloc byte[16];
        foreach (var (byteStart, offset) in _groups)
        {
            BinaryPrimitives.WriteInt64LittleEndian(group, byteStart);
            BinaryPrimitives.WriteInt64LittleEndian(group[8..], offset);
            _output.Write(group);
        }

        Span<byte> footer = stackalloc byte[FooterBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[4..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(footer[8..], _count);
        BinaryPrimitives.WriteInt64LittleEndian(footer[16..], sections);
        BinaryPrimitives.WriteInt64LittleEndian(footer[24..], sheets);
        BinaryPrimitives.WriteInt64LittleEndian(footer[32..], index);
        BinaryPrimitives.WriteInt32LittleEndian(footer[40..], _sections.Count);
        BinaryPrimitives.WriteInt32LittleEndian(footer[44..], _sheets.Count);
        _output.Write(footer[..^8]);
        Span<byte> checksum = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(checksum, _output.Flush());
        _output.Write(checksum);
        _output.Flush();
    }

    private int SectionId(IReadOnlyList<string> path)
    {
        // Blocks of one section share the list, so most need no look-up.
        if (ReferenceEquals(path, _lastSection))
        {
            return _lastSectionId;
        }

        var id = -1;
        foreach (var title in path)
        {
            if (!_sectionIds.TryGetValue((id, title), out var next))
            {
                next = _sections.Count;
                _sections.Add((id, title));
                _sectionIds.Add((id, title), next);
            }

            id = next;
        }

        (_lastSection, _lastSectionId) = (path, id);
        return id;
    }

    private int SheetId(string sheet)
    {
        if (!_sheetIds.TryGetValue(sheet, out var id))
        {
            id = _sheets.Count;
            _sheets.Add(sheet);
            _sheetIds.Add(sheet, id);
        }

        return id;
    }

    // Against the path before it: 0 for none, else how much they share plus 1, and the rest.
    private void WritePath(string? path)
    {
        if (path is null)
        {
            _output.WriteVarint(0);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(path);
        var shared = bytes.AsSpan().CommonPrefixLength(_path);
        _output.WriteVarint((ulong)shared + 1);
        _output.WriteVarint((ulong)(bytes.Length - shared));
        _output.Write(bytes.AsSpan(shared));
        _path = bytes;
    }

    private void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _output.WriteVarint((ulong)bytes.Length);
        _output.Write(bytes);
    }
}
