using System.Buffers.Binary;
using System.Text;
using Longleaf.Documents.Binary;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Writes what <see cref="SegmentBuilder"/> gathered, as <see cref="SegmentFormat"/> says.</summary>
internal sealed class SegmentWriter(Stream output, TermTable terms, PostingsArena postings, PassageTable passages, TitleTable titles)
{
    // Three bytes of UTF-8 for a UTF-16 unit at most.
    private const int MaxTermBytes = 3 * TermScanner<TermIdSink>.MaxTermLength;

    private readonly ChecksummedOutput _output = new(output);

    /// <summary>Writes it all.</summary>
    public void Write(long tokens)
    {
        var order = SortedTerms();
        var postingsAt = WritePostings(order);
        var passagesAt = _output.Position;
        passages.Write(_output);
        var termsAt = _output.Position;
        WriteTerms(order, postingsAt);
        var textAt = _output.Position;
        WriteText(order);
        var titlesAt = _output.Position;
        titles.Write(_output);
        var checksum = _output.Flush();

        Span<byte> footer = stackalloc byte[SegmentFormat.FooterBytes];
        footer.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(footer, SegmentFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(footer[4..], Segment.Version);
        BinaryPrimitives.WriteInt32LittleEndian(footer[SegmentFormat.PassageCountAt..], passages.Count);
        BinaryPrimitives.WriteInt32LittleEndian(footer[SegmentFormat.TermCountAt..], order.Length);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.TotalLengthAt..], passages.TotalLength);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.TokensAt..], tokens);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.PassagesAt..], passagesAt);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.TermsAt..], termsAt);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.TextAt..], textAt);
        BinaryPrimitives.WriteInt64LittleEndian(footer[SegmentFormat.TitlesAt..], titlesAt);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[SegmentFormat.BodyChecksumAt..], checksum);
        var own = ~Crc32C.Append(Crc32C.Start, footer[..SegmentFormat.FooterChecksumAt]);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[SegmentFormat.FooterChecksumAt..], own);
        _output.Write(footer);
        _output.Flush();
    }

    // Terms hold no lone surrogates, so the order by code point is the order of their UTF-8; sorted, a prefix is one range.
    private int[] SortedTerms()
    {
        var order = new int[terms.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => CompareCodePoints(terms[a], terms[b]));
        return order;
    }

    private static int CompareCodePoints(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
        {
            return a.Length - b.Length;
        }

        // Surrogates sort after the rest of the plane, as their code points do.
        var (x, y) = (a[same], b[same]);
        return char.IsSurrogate(x) == char.IsSurrogate(y) ? x - y : char.IsSurrogate(x) ? 1 : -1;
    }

    private uint[] WritePostings(int[] order)
    {
        var starts = new uint[order.Length + 1];
        var (documents, frequencies) = (new int[passages.Count], new int[passages.Count]);
        for (var i = 0; i < order.Length; i++)
        {
            starts[i] = checked((uint)_output.Position);
            var count = postings.DocumentFrequency(order[i]);
            postings.Read(order[i], documents, frequencies);
            PostingList.Write(_output, documents.AsSpan(0, count), frequencies.AsSpan(0, count), passages.Lengths);
        }

        starts[order.Length] = checked((uint)_output.Position);
        return starts;
    }

    private void WriteTerms(int[] order, uint[] postingsAt)
    {
        Span<byte> entry = stackalloc byte[SegmentFormat.TermBytes];
        var text = 0L;
        for (var i = 0; i <= order.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry, checked((uint)text));
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], postingsAt[i]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], i < order.Length ? postings.DocumentFrequency(order[i]) : 0);
            _output.Write(entry);
            text += i < order.Length ? Encoding.UTF8.GetByteCount(terms[order[i]]) : 0;
        }
    }

    private void WriteText(int[] order)
    {
        Span<byte> utf8 = stackalloc byte[MaxTermBytes];
        foreach (var term in order)
        {
            _output.Write(utf8[..Encoding.UTF8.GetBytes(terms[term], utf8)]);
        }
    }
}
