using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Longleaf.Documents.Binary;

namespace Longleaf.Reading.Index;

/// <summary>The passages of a segment being built.</summary>
internal sealed class PassageTable
{
    private readonly List<(uint ByteStart, uint ByteLength, ushort Tokens)> _passages = [];
    private readonly List<ushort> _lengths = [];

    /// <summary>How many there are.</summary>
    public int Count => _passages.Count;

    /// <summary>Their lengths together, in terms.</summary>
    public long TotalLength { get; private set; }

    /// <summary>The length of each, in terms.</summary>
    public ReadOnlySpan<ushort> Lengths => CollectionsMarshal.AsSpan(_lengths);

    /// <summary>Adds the next one.</summary>
    public void Add(long byteStart, long byteLength, int tokens, int length)
    {
        _passages.Add((checked((uint)byteStart), checked((uint)byteLength), (ushort)Math.Min(tokens, ushort.MaxValue)));
        _lengths.Add((ushort)Math.Min(length, ushort.MaxValue));
        TotalLength += _lengths[^1];
    }

    /// <summary>Writes them as <see cref="SegmentFormat"/> says.</summary>
    public void Write(ChecksummedOutput output)
    {
        Span<byte> entry = stackalloc byte[SegmentFormat.PassageBytes];
        for (var i = 0; i < _passages.Count; i++)
        {
            var (byteStart, byteLength, tokens) = _passages[i];
            BinaryPrimitives.WriteUInt32LittleEndian(entry, byteStart);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], byteLength);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[8..], tokens);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[10..], _lengths[i]);
            output.Write(entry);
        }
    }
}
