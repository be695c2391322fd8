using System.Buffers.Binary;
using Longleaf.Documents;
using Longleaf.Documents.Binary;

namespace Longleaf.Reading.Index;

/// <summary>A document's index: immutable, versioned, checksummed, mapped into memory. Safe for many readers at once.</summary>
/// <remarks>
/// Opening looks at the footer alone and takes microseconds. The rest is checked against its checksum once, at the first search or by
/// <see cref="Verify"/>, at several gigabytes a second.
/// </remarks>
public sealed class Segment : IDisposable
{
    /// <summary>The version of the format and of the analysis behind it: a segment of another version is rebuilt.</summary>
    public const int Version = 2;

    private readonly MappedBytes _bytes;
    private readonly long _passagesAt;
    private readonly long _termsAt;
    private readonly long _textAt;
    private readonly long _titlesAt;
    private readonly int _titles;
    private readonly uint _checksum;
    private volatile bool _verified;

    private Segment(MappedBytes bytes)
    {
        _bytes = bytes;
        var end = bytes.Length - SegmentFormat.FooterBytes;
        var footer = end < 0 ? [] : bytes.Slice(end, SegmentFormat.FooterBytes);
        ThrowIfNot(!footer.IsEmpty && BinaryPrimitives.ReadUInt32LittleEndian(footer) == SegmentFormat.Magic, "It is cut off, or not a segment.");
        ThrowIfNot(BinaryPrimitives.ReadInt32LittleEndian(footer[4..]) == Version, "It is of another version.");
        var own = ~Crc32C.Append(Crc32C.Start, footer[..SegmentFormat.FooterChecksumAt]);
        ThrowIfNot(own == BinaryPrimitives.ReadUInt32LittleEndian(footer[SegmentFormat.FooterChecksumAt..]), "The checksum of its footer differs.");

        PassageCount = BinaryPrimitives.ReadInt32LittleEndian(footer[SegmentFormat.PassageCountAt..]);
        TermCount = BinaryPrimitives.ReadInt32LittleEndian(footer[SegmentFormat.TermCountAt..]);
        TotalLength = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.TotalLengthAt..]);
        Tokens = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.TokensAt..]);
        _passagesAt = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.PassagesAt..]);
        _termsAt = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.TermsAt..]);
        _textAt = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.TextAt..]);
        _titlesAt = BinaryPrimitives.ReadInt64LittleEndian(footer[SegmentFormat.TitlesAt..]);
        _checksum = BinaryPrimitives.ReadUInt32LittleEndian(footer[SegmentFormat.BodyChecksumAt..]);
        ThrowIfNot(
            PassageCount >= 0 && TermCount >= 0 && _passagesAt >= 0 && _textAt <= _titlesAt && _titlesAt <= end && (end - _titlesAt) % SegmentFormat.TitleBytes == 0
                && _passagesAt + ((long)PassageCount * SegmentFormat.PassageBytes) == _termsAt
                && _termsAt + ((TermCount + 1L) * SegmentFormat.TermBytes) == _textAt,
            "Its parts do not fit together.");
        _titles = (int)((end - _titlesAt) / SegmentFormat.TitleBytes);
    }

    /// <summary>How many passages it has.</summary>
    public int PassageCount { get; }

    /// <summary>How many distinct terms it has.</summary>
    public int TermCount { get; }

    /// <summary>Qwen2.5 tokens of the document.</summary>
    public long Tokens { get; }

    /// <summary>The lengths of all passages together, in terms.</summary>
    internal long TotalLength { get; }

    /// <summary>Maps a segment file.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version: rebuild it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Segment Open(string path)
    {
        var bytes = MappedBytes.Open(path);
        try
        {
            return new Segment(bytes);
        }
        catch (InvalidDataException)
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Opens a segment held in memory; the array is not copied.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static Segment FromMemory(byte[] segment) => new(MappedBytes.FromMemory(segment));

    /// <summary>One passage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Passage GetPassage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, PassageCount);
        var entry = _bytes.Slice(_passagesAt + ((long)number * SegmentFormat.PassageBytes), SegmentFormat.PassageBytes);
        return new Passage(
            number,
            BinaryPrimitives.ReadUInt32LittleEndian(entry),
            (int)BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]));
    }

    /// <summary>The passages in reading order.</summary>
    public IEnumerable<Passage> Passages()
    {
        for (var number = 0; number < PassageCount; number++)
        {
            yield return GetPassage(number);
        }
    }

    /// <summary>The number of the last passage that starts at or before a byte of the canonical text; -1 if none does.</summary>
    public int FindPassage(long byteOffset)
    {
        var (low, high) = (0, PassageCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (GetPassage(middle).ByteStart <= byteOffset)
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

    /// <summary>Checks the whole segment against its checksum, once.</summary>
    /// <exception cref="InvalidDataException">It is damaged: rebuild it.</exception>
    public void Verify()
    {
        if (!_verified)
        {
            ThrowIfNot(Crc32C.Of(_bytes, _bytes.Length - SegmentFormat.FooterBytes) == _checksum, "Its checksum differs.");
            _verified = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    /// <summary>The length in terms of each passage, as it is stored.</summary>
    internal PassageLengths Lengths => new(_bytes.Slice(_passagesAt, PassageCount * SegmentFormat.PassageBytes));

    /// <summary>The position of a term among the sorted terms; the complement of where it would be if there is none.</summary>
    internal int FindTerm(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, TermCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = TermText(middle).SequenceCompareTo(utf8);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The UTF-8 of a term.</summary>
    internal ReadOnlySpan<byte> TermText(int term)
    {
        var (start, end) = (TermField(term, 0), TermField(term + 1, 0));
        ThrowIfNot(start <= end && end <= _titlesAt - _textAt, "A term is out of bounds.");
        return _bytes.Slice(_textAt + start, (int)(end - start));
    }

    /// <summary>The passages that stand under a title.</summary>
    /// <param name="key">The title's key, see <see cref="TitleKey"/>.</param>
    /// <param name="most">How many at most; a title that more have says nothing.</param>
    /// <returns>Their numbers; none if there are more.</returns>
    internal IReadOnlyList<int> FindTitle(ulong key, int most)
    {
        var (low, high) = (0, _titles);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = KeyOfTitle(middle) < key ? (middle + 1, high) : (low, middle);
        }

        var count = 0;
        while (low + count < _titles && count <= most && KeyOfTitle(low + count) == key)
        {
            count++;
        }

        return count == 0 || count > most ? [] : [.. Enumerable.Range(low, count).Select(PassageOfTitle).Where(passage => passage < PassageCount)];
    }

    /// <summary>The bytes of a term's postings; see <see cref="PostingList"/>.</summary>
    internal ReadOnlySpan<byte> Postings(int term)
    {
        var (start, end) = (TermField(term, 4), TermField(term + 1, 4));
        ThrowIfNot(start <= end && end <= _passagesAt, "A term's postings are out of bounds.");
        return _bytes.Slice(start, (int)(end - start));
    }

    /// <summary>How many passages a term is in.</summary>
    internal int DocumentFrequency(int term) => (int)TermField(term, 8);

    private ulong KeyOfTitle(int title) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.Slice(_titlesAt + ((long)title * SegmentFormat.TitleBytes), sizeof(ulong)));

    private int PassageOfTitle(int title) =>
        (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Slice(_titlesAt + ((long)title * SegmentFormat.TitleBytes) + sizeof(ulong), sizeof(uint)));

    private static void ThrowIfNot(bool valid, string problem)
    {
        if (!valid)
        {
            throw new InvalidDataException($"The index segment cannot be used. {problem}");
        }
    }

    private uint TermField(int term, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Slice(_termsAt + ((long)term * SegmentFormat.TermBytes) + offset, sizeof(uint)));
}
