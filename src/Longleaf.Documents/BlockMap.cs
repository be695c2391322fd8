using System.Buffers.Binary;
using System.Text;
using Longleaf.Documents.Binary;

namespace Longleaf.Documents;

/// <summary>The blocks of a document with their places, without their text: from an offset to page, sheet and section.</summary>
/// <remarks>Decoded as it is asked for, a group of blocks at a time. Safe for many readers at once.</remarks>
public sealed class BlockMap : IDisposable
{
    private readonly MappedBytes _bytes;
    private readonly long _index;
    private readonly int _groupCount;
    private readonly IReadOnlyList<string>[] _sections;
    private readonly string[] _sheets;

    // The group last decoded; replaced whole, so that a reader sees one or the other.
    private DecodedGroup? _last;

    private BlockMap(MappedBytes bytes)
    {
        _bytes = bytes;
        if (bytes.Length < BlockMapWriter.FooterBytes)
        {
            throw new InvalidDataException("The block map is cut off.");
        }

        var footer = bytes.Slice(bytes.Length - BlockMapWriter.FooterBytes, BlockMapWriter.FooterBytes);
        var (magic, version) = (BinaryPrimitives.ReadUInt32LittleEndian(footer), BinaryPrimitives.ReadUInt32LittleEndian(footer[4..]));
        if (magic != BlockMapWriter.Magic || version != BlockMapWriter.Version)
        {
            throw new InvalidDataException("Not a block map of this version.");
        }

        if (Crc32C.Of(bytes, bytes.Length - 8) != BinaryPrimitives.ReadUInt64LittleEndian(footer[^8..]))
        {
            throw new InvalidDataException("The block map is damaged: its checksum differs.");
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(footer[8..]);
        var sections = BinaryPrimitives.ReadInt64LittleEndian(footer[16..]);
        var sheets = BinaryPrimitives.ReadInt64LittleEndian(footer[24..]);
        _index = BinaryPrimitives.ReadInt64LittleEndian(footer[32..]);
        var groups = (count + BlockMapWriter.GroupSize - 1) / BlockMapWriter.GroupSize;
        if (count is < 0 or > int.MaxValue || sections < 0 || sheets < sections || _index < sheets || sheets - sections > int.MaxValue
            || _index + (groups * 16) != bytes.Length - BlockMapWriter.FooterBytes)
        {
            throw new InvalidDataException("The block map's parts do not fit together.");
        }

        (Count, _groupCount, GroupsEnd) = ((int)count, (int)groups, sections);
        _sections = ReadSections(bytes.Slice(sections, (int)(sheets - sections)), BinaryPrimitives.ReadInt32LittleEndian(footer[40..]));
        _sheets = ReadSheets(bytes.Slice(sheets, (int)(_index - sheets)), BinaryPrimitives.ReadInt32LittleEndian(footer[44..]));
    }

    /// <summary>How many blocks there are.</summary>
    public int Count { get; }

    private long GroupsEnd { get; }

    /// <summary>The block at a position in reading order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public BlockEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Group(index / BlockMapWriter.GroupSize)[index % BlockMapWriter.GroupSize];
        }
    }

    /// <summary>Maps a block map that <see cref="BlockMapWriter"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version: make it again.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static BlockMap Open(string path)
    {
        var bytes = MappedBytes.Open(path);
        try
        {
            return new BlockMap(bytes);
        }
        catch (InvalidDataException)
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Opens a block map held in memory; the array is not copied.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static BlockMap FromMemory(byte[] map) => new(MappedBytes.FromMemory(map));

    /// <summary>Makes a map of blocks held in memory.</summary>
    public static BlockMap FromBlocks(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        using var output = new MemoryStream();
        var writer = new BlockMapWriter(output);
        foreach (var block in blocks)
        {
            writer.Add(block);
        }

        writer.Complete();
        return FromMemory(output.ToArray());
    }

    /// <summary>The position of the block that holds a byte of the canonical text, or of the last that starts before it; -1 if none does.</summary>
    public int Find(long byteOffset)
    {
        var group = LastAtOrBefore(_groupCount, byteOffset, GroupByteStart);
        if (group < 0)
        {
            return -1;
        }

        var entries = Group(group);
        return (group * BlockMapWriter.GroupSize) + LastAtOrBefore(entries.Length, byteOffset, at => entries[at].Location.ByteStart);
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private static int LastAtOrBefore(int count, long value, Func<int, long> startOf)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (startOf(middle) <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private static IReadOnlyList<string>[] ReadSections(ReadOnlySpan<byte> bytes, int count)
    {
        // Each takes two bytes at least: a count that could not be there is not allocated for.
        ThrowIfNot(count >= 0 && count <= bytes.Length / 2);
        var sections = new IReadOnlyList<string>[count];
        var position = 0;
        for (var id = 0; id < count; id++)
        {
            var parent = Varint.Read(bytes, ref position);
            ThrowIfNot(parent <= (ulong)id);
            var title = ReadText(bytes, ref position);
            sections[id] = parent == 0 ? [title] : [.. sections[(int)parent - 1], title];
        }

        return sections;
    }

    private static string[] ReadSheets(ReadOnlySpan<byte> bytes, int count)
    {
        ThrowIfNot(count >= 0 && count <= bytes.Length);
        var sheets = new string[count];
        var position = 0;
        for (var id = 0; id < count; id++)
        {
            sheets[id] = ReadText(bytes, ref position);
        }

        return sheets;
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int position)
    {
        var length = Varint.Read(bytes, ref position);
        ThrowIfNot(length <= (ulong)(bytes.Length - position));
        var text = Encoding.UTF8.GetString(bytes.Slice(position, (int)length));
        position += (int)length;
        return text;
    }

    private static bool ReadPath(ReadOnlySpan<byte> bytes, ref int position, ref byte[] path)
    {
        var shared = Varint.Read(bytes, ref position);
        if (shared == 0)
        {
            return false;
        }

        var length = Varint.Read(bytes, ref position);
        ThrowIfNot(shared - 1 <= (ulong)path.Length && length <= (ulong)(bytes.Length - position));
        path = [.. path.AsSpan(0, (int)shared - 1), .. bytes.Slice(position, (int)length)];
        position += (int)length;
        return true;
    }

    private static void ThrowIfNot(bool valid)
    {
        if (!valid)
        {
            throw new InvalidDataException("The block map says what cannot be.");
        }
    }

    private long GroupByteStart(int group) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.Slice(_index + (group * 16L), 8));

    private long GroupOffset(int group) =>
        group == _groupCount ? GroupsEnd : BinaryPrimitives.ReadInt64LittleEndian(_bytes.Slice(_index + (group * 16L) + 8, 8));

    private BlockEntry[] Group(int number)
    {
        if (_last is { } last && last.Number == number)
        {
            return last.Entries;
        }

        var (start, end) = (GroupOffset(number), GroupOffset(number + 1));
        ThrowIfNot(start >= 0 && end >= start && end <= GroupsEnd && end - start <= int.MaxValue);
        var bytes = _bytes.Slice(start, (int)(end - start));
        var entries = new BlockEntry[Math.Min(BlockMapWriter.GroupSize, Count - (number * BlockMapWriter.GroupSize))];
        var (position, previous, section, path) = (0, Location.None, -1L, Array.Empty<byte>());
        for (var i = 0; i < entries.Length; i++)
        {
            ThrowIfNot(position < bytes.Length);
            var kind = bytes[position++];
            var level = (int)Varint.Read(bytes, ref position);
            var page = (previous.Page ?? 0) + Varint.UnZigZag(Varint.Read(bytes, ref position));
            var sheet = Varint.Read(bytes, ref position);
            var hasPath = ReadPath(bytes, ref position, ref path);
            var row = (previous.Row ?? 0) + Varint.UnZigZag(Varint.Read(bytes, ref position));
            section += Varint.UnZigZag(Varint.Read(bytes, ref position));
            ThrowIfNot(sheet <= (ulong)_sheets.Length && section >= -1 && section < _sections.Length);
            previous = new Location
            {
                Page = page == 0 ? null : (int)page,
                Sheet = sheet == 0 ? null : _sheets[sheet - 1],
                Path = hasPath ? Encoding.UTF8.GetString(path) : null,
                Row = row == 0 ? null : (int)row,
                Section = section < 0 ? [] : _sections[section],
                Start = previous.Start + previous.Length + Varint.UnZigZag(Varint.Read(bytes, ref position)),
                Length = (int)Varint.Read(bytes, ref position),
                ByteStart = previous.ByteStart + previous.ByteLength + Varint.UnZigZag(Varint.Read(bytes, ref position)),
                ByteLength = (int)Varint.Read(bytes, ref position),
            };
            entries[i] = new BlockEntry((BlockKind)(kind & 0x0F), level, (BlockJoin)(kind >> 4), previous);
        }

        _last = new DecodedGroup(number, entries);
        return entries;
    }

    private sealed record DecodedGroup(int Number, BlockEntry[] Entries);
}
