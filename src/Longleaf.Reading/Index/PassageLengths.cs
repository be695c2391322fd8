using System.Buffers.Binary;

namespace Longleaf.Reading.Index;

/// <summary>The lengths of a segment's passages, in terms.</summary>
/// <param name="passages">The entries of <see cref="SegmentFormat"/>.</param>
internal readonly ref struct PassageLengths(ReadOnlySpan<byte> passages)
{
    private readonly ReadOnlySpan<byte> _passages = passages;

    /// <summary>The length of one.</summary>
    public int this[int passage] => BinaryPrimitives.ReadUInt16LittleEndian(_passages[((passage * SegmentFormat.PassageBytes) + 10)..]);
}
