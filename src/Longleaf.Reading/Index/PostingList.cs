using Longleaf.Documents.Binary;

namespace Longleaf.Reading.Index;

/// <summary>The postings of one term as a segment holds them.</summary>
/// <remarks>
/// In blocks of <see cref="BlockSize"/>. Where there is more than one block, a directory is before them: per block its last passage (as a
/// distance to the one before), its bytes, its highest frequency and its shortest passage, from which a bound of its scores follows
/// whatever the statistics of the documents searched together. A posting is as in <see cref="PostingsArena"/>.
/// </remarks>
internal static class PostingList
{
    /// <summary>Postings in a block.</summary>
    public const int BlockSize = 128;

    /// <summary>Writes a term's postings.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="passages">Passages, in order.</param>
    /// <param name="frequencies">The term's frequency in each.</param>
    /// <param name="lengths">Length of every passage of the segment.</param>
    public static void Write(ChecksummedOutput output, ReadOnlySpan<int> passages, ReadOnlySpan<int> frequencies, ReadOnlySpan<ushort> lengths)
    {
        Span<byte> body = stackalloc byte[BlockSize * 2 * Varint.MaxBytes];
        if (passages.Length > BlockSize)
        {
            WriteDirectory(output, passages, frequencies, lengths, body);
        }

        var last = -1;
        for (var start = 0; start < passages.Length; start += BlockSize)
        {
            var count = Math.Min(BlockSize, passages.Length - start);
            output.Write(body[..Encode(body, passages.Slice(start, count), frequencies.Slice(start, count), last)]);
            last = passages[start + count - 1];
        }
    }

    private static void WriteDirectory(
        ChecksummedOutput output, ReadOnlySpan<int> passages, ReadOnlySpan<int> frequencies, ReadOnlySpan<ushort> lengths, Span<byte> scratch)
    {
        var last = -1;
        for (var start = 0; start < passages.Length; start += BlockSize)
        {
            var count = Math.Min(BlockSize, passages.Length - start);
            var (highest, shortest) = (0, (int)ushort.MaxValue);
            for (var i = start; i < start + count; i++)
            {
                highest = Math.Max(highest, frequencies[i]);
                shortest = Math.Min(shortest, lengths[passages[i]]);
            }

            output.WriteVarint((ulong)(passages[start + count - 1] - last));
            output.WriteVarint((ulong)Encode(scratch, passages.Slice(start, count), frequencies.Slice(start, count), last));
            output.WriteVarint((ulong)highest);
            output.WriteVarint((ulong)shortest);
            last = passages[start + count - 1];
        }
    }

    private static int Encode(Span<byte> destination, ReadOnlySpan<int> passages, ReadOnlySpan<int> frequencies, int last)
    {
        var count = 0;
        for (var i = 0; i < passages.Length; i++)
        {
            count += Varint.Write(destination[count..], ((ulong)(passages[i] - last) << 1) | (frequencies[i] == 1 ? 1UL : 0));
            count += frequencies[i] == 1 ? 0 : Varint.Write(destination[count..], (ulong)frequencies[i]);
            last = passages[i];
        }

        return count;
    }
}
