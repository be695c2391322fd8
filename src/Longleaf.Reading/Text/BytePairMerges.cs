namespace Longleaf.Reading.Text;

/// <summary>Counts the tokens of one piece of text: of all neighbours, those whose union has the lowest rank are merged first (byte pair encoding).</summary>
/// <param name="vocabulary">The tokens and their ranks.</param>
internal sealed class BytePairMerges(BytePairVocabulary vocabulary)
{
    // Up to here looking through all ranks for the lowest is quicker than keeping them in order.
    private const int ShortPiece = 128;

    /// <summary>How many tokens a piece has. Takes n log n.</summary>
    public int Count(ReadOnlySpan<byte> piece)
    {
        if (piece.Length < 2 || vocabulary.RankOf(piece) != BytePairVocabulary.None)
        {
            return piece.IsEmpty ? 0 : 1;
        }

        return piece.Length <= ShortPiece ? CountShort(piece) : CountLong(piece);
    }

    /// <summary>The tokens of a piece, as ranges of its bytes.</summary>
    public IReadOnlyList<Range> Parts(ReadOnlySpan<byte> piece)
    {
        if (piece.Length < 2 || vocabulary.RankOf(piece) != BytePairVocabulary.None)
        {
            return piece.IsEmpty ? [] : [Range.All];
        }

        // By the way that takes pieces of any length: this is not for counting, which is what has to be quick.
        var next = MergeLong(piece, out _);
        var parts = new List<Range>();
        for (var start = 0; start < piece.Length; start = next[start])
        {
            parts.Add(start..next[start]);
        }

        return parts;
    }

    /// <summary>The number of a token in the vocabulary, which is its rank.</summary>
    public int IdOf(ReadOnlySpan<byte> token) => vocabulary.RankOf(token);

    private int CountShort(ReadOnlySpan<byte> piece)
    {
        Span<int> starts = stackalloc int[ShortPiece + 1];
        Span<int> ranks = stackalloc int[ShortPiece]; // of part i and the one after it
        var parts = piece.Length;
        for (var i = 0; i <= parts; i++)
        {
            starts[i] = i;
        }

        for (var i = 0; i + 1 < parts; i++)
        {
            ranks[i] = vocabulary.RankOf(piece.Slice(i, 2));
        }

        while (parts > 1)
        {
            var lowest = 0;
            for (var i = 1; i < parts - 1; i++)
            {
                lowest = ranks[i] < ranks[lowest] ? i : lowest;
            }

            if (ranks[lowest] == BytePairVocabulary.None)
            {
                break;
            }

            starts[(lowest + 2)..(parts + 1)].CopyTo(starts[(lowest + 1)..]);
            if (lowest + 2 < parts)
            {
                ranks[(lowest + 2)..parts].CopyTo(ranks[(lowest + 1)..]);
            }

            parts--;
            if (lowest + 1 < parts)
            {
                ranks[lowest] = vocabulary.RankOf(piece[starts[lowest]..starts[lowest + 2]]);
            }

            if (lowest > 0)
            {
                ranks[lowest - 1] = vocabulary.RankOf(piece[starts[lowest - 1]..starts[lowest + 1]]);
            }
        }

        return parts;
    }

    private int CountLong(ReadOnlySpan<byte> piece)
    {
        MergeLong(piece, out var parts);
        return parts;
    }

    // Where each part ends, by where it starts.
    private int[] MergeLong(ReadOnlySpan<byte> piece, out int parts)
    {
        // Parts as a list linked by where they start; an entry of the queue is out of date when its two parts are no longer so long.
        var (next, before) = (new int[piece.Length + 1], new int[piece.Length + 1]);
        parts = piece.Length;
        var queue = new PriorityQueue<(int Start, int Middle, int End), (int Rank, int Start)>(piece.Length);
        for (var i = 0; i < piece.Length; i++)
        {
            (next[i], before[i + 1]) = (i + 1, i);
        }

        before[0] = -1;
        for (var i = 0; i + 1 < piece.Length; i++)
        {
            Enqueue(piece, queue, i, i + 1, i + 2);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            if (next[pair.Start] != pair.Middle || pair.Middle >= piece.Length || next[pair.Middle] != pair.End)
            {
                continue;
            }

            (next[pair.Start], next[pair.Middle], before[pair.End]) = (pair.End, -1, pair.Start);
            parts--;
            if (pair.End < piece.Length)
            {
                Enqueue(piece, queue, pair.Start, pair.End, next[pair.End]);
            }

            if (before[pair.Start] >= 0)
            {
                Enqueue(piece, queue, before[pair.Start], pair.Start, pair.End);
            }
        }

        return next;
    }

    private void Enqueue(
        ReadOnlySpan<byte> piece, PriorityQueue<(int Start, int Middle, int End), (int Rank, int Start)> queue, int start, int middle, int end)
    {
        var rank = vocabulary.RankOf(piece[start..end]);
        if (rank != BytePairVocabulary.None)
        {
            queue.Enqueue((start, middle, end), (rank, start));
        }
    }
}
