using Longleaf.Documents.Binary;

namespace Longleaf.Reading.Index;

/// <summary>Walks a term's postings in one segment forwards, skipping blocks it need not decode. Used again for segment after segment.</summary>
internal sealed class PostingCursor
{
    private const int None = -1;

    private Segment _segment = null!;
    private Bm25 _bm25;
    private double _weight;
    private int _term;
    private int _postings;

    // The directory: per block its last passage, where its bytes start, and a bound of its scores.
    private int[] _last = new int[8];
    private int[] _start = new int[8];
    private double[] _bound = new double[8];
    private int _blocks;

    // The block that is decoded, and the posting that comes next in it.
    private int _block;
    private int[] _passages = new int[PostingList.BlockSize];
    private int[] _frequencies = new int[PostingList.BlockSize];
    private int _count;
    private int _next;

    /// <summary>How many postings are decoded: all of them, for a lone ideograph.</summary>
    public int Count => _count;

    /// <summary>Starts on a term's postings in a segment.</summary>
    public void Open(Segment segment, TermPostings postings, double weight, Bm25 bm25)
    {
        (_segment, _bm25, _weight, _term, _postings) = (segment, bm25, weight, postings.First, postings.DocumentFrequency);
        (_block, _blocks, _count, _next) = (None, 0, 0, 0);
        if (postings.Count > 1)
        {
            OpenUnion(postings);
        }
        else if (postings.Count == 1 && _postings <= PostingList.BlockSize)
        {
            GrowDirectory(1);
            _start[0] = 0;
            _blocks = 1;
            Decode(0);
            CloseDirectory();
        }
        else if (postings.Count == 1)
        {
            ReadDirectory();
        }
    }

    /// <summary>A bound of the scores of the passages before <paramref name="end"/> that are still ahead.</summary>
    public double BoundBefore(int end)
    {
        var bound = 0.0;
        for (var block = Math.Max(_block, 0); block < _blocks; block++)
        {
            bound = Math.Max(bound, _bound[block]);
            if (_last[block] >= end)
            {
                break;
            }
        }

        return bound;
    }

    /// <summary>Adds the scores of the passages from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <param name="first">The first passage, which scores and found are of.</param>
    /// <param name="end">The passage after the last.</param>
    /// <param name="scores">Per passage.</param>
    /// <param name="found">Takes a bit per passage.</param>
    public void AddScores(int first, int end, Span<double> scores, Span<ulong> found)
    {
        var lengths = _segment.Lengths;
        for (var at = Seek(first); at < end; at = Next())
        {
            scores[at - first] += _bm25.Score(_weight, _frequencies[_next], lengths[at]);
            found[(at - first) >> 6] |= 1UL << (at - first);
        }
    }

    /// <summary>The score of a passage; passages are asked for in order.</summary>
    public double ScoreOf(int passage, int length) =>
        Seek(passage) == passage ? _bm25.Score(_weight, _frequencies[_next], length) : 0;

    /// <summary>The first passage at or after one; <see cref="int.MaxValue"/> at the end. Passages are asked for in order.</summary>
    public int Seek(int passage)
    {
        if (_block >= _blocks)
        {
            return int.MaxValue;
        }

        if (_block == None || _last[_block] < passage)
        {
            var block = Math.Max(_block, 0);
            while (block < _blocks && _last[block] < passage)
            {
                block++;
            }

            if (block >= _blocks)
            {
                (_block, _count, _next) = (_blocks, 0, 0);
                return int.MaxValue;
            }

            if (block != _block)
            {
                Decode(block);
            }
        }

        while (_passages[_next] < passage)
        {
            _next++;
        }

        return _passages[_next];
    }

    private int Next()
    {
        if (++_next < _count)
        {
            return _passages[_next];
        }

        if (_block + 1 >= _blocks)
        {
            (_block, _count, _next) = (_blocks, 0, 0);
            return int.MaxValue;
        }

        Decode(_block + 1);
        return _passages[0];
    }

    private void ReadDirectory()
    {
        var bytes = _segment.Postings(_term);
        _blocks = (_postings + PostingList.BlockSize - 1) / PostingList.BlockSize;
        ThrowIfNot(_blocks <= bytes.Length);
        GrowDirectory(_blocks);
        var (position, last, start) = (0, -1, 0);
        for (var block = 0; block < _blocks; block++)
        {
            last = checked(last + (int)Varint.Read(bytes, ref position));
            (_last[block], _start[block]) = (last, start);
            start = checked(start + (int)Varint.Read(bytes, ref position));
            var highest = (int)Varint.Read(bytes, ref position);
            _bound[block] = _bm25.Score(_weight, highest, (int)Varint.Read(bytes, ref position));
        }

        for (var block = 0; block < _blocks; block++)
        {
            _start[block] += position;
        }
    }

    private void Decode(int block)
    {
        var bytes = _segment.Postings(_term);
        var (position, passage) = (_start[block], block == 0 ? -1 : _last[block - 1]);
        _count = Math.Min(PostingList.BlockSize, _postings - (block * PostingList.BlockSize));
        (_block, _next) = (block, 0);
        if (_count > _passages.Length)
        {
            (_passages, _frequencies) = (new int[_count], new int[_count]);
        }

        for (var i = 0; i < _count; i++)
        {
            var head = Varint.Read(bytes, ref position);
            passage += (int)(head >> 1);
            ThrowIfNot((uint)passage < (uint)_segment.PassageCount);
            (_passages[i], _frequencies[i]) = (passage, (head & 1) == 1 ? 1 : (int)Varint.Read(bytes, ref position));
        }

        ThrowIfNot(_count > 0 && (_blocks == 1 || passage == _last[block]));
    }

    // A question of one ideograph: the postings of all terms that begin with it, added up, as one block.
    private void OpenUnion(TermPostings postings)
    {
        var frequencies = new SortedDictionary<int, int>();
        var part = new PostingCursor();
        for (var term = postings.First; term < postings.First + postings.Count; term++)
        {
            part.Open(_segment, new TermPostings(term, 1, _segment.DocumentFrequency(term)), 1, _bm25);
            for (var at = part.Seek(0); at != int.MaxValue; at = part.Next())
            {
                frequencies[at] = frequencies.GetValueOrDefault(at) + part._frequencies[part._next];
            }
        }

        (_passages, _frequencies) = ([.. frequencies.Keys], [.. frequencies.Values]);
        (_block, _blocks, _count) = (0, 1, frequencies.Count);
        CloseDirectory();
    }

    // One block that is decoded: its bound is exact.
    private void CloseDirectory()
    {
        var bound = 0.0;
        var lengths = _segment.Lengths;
        for (var i = 0; i < _count; i++)
        {
            bound = Math.Max(bound, _bm25.Score(_weight, _frequencies[i], lengths[_passages[i]]));
        }

        (_last[0], _bound[0]) = (_passages[_count - 1], bound);
    }

    private void GrowDirectory(int blocks)
    {
        if (blocks > _last.Length)
        {
            (_last, _start, _bound) = (new int[blocks], new int[blocks], new double[blocks]);
        }
    }

    private static void ThrowIfNot(bool valid)
    {
        if (!valid)
        {
            throw new InvalidDataException("The index segment cannot be used. A posting is out of bounds.");
        }
    }
}
