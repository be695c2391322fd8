using System.Numerics;

namespace Longleaf.Reading.Index;

/// <summary>Scores the passages of segments, leaving out those that cannot be among the best.</summary>
/// <remarks>
/// MaxScore (H. Turtle and J. Flood, "Query evaluation: strategies and optimizations", 1995), a window of passages at a time, with the bounds
/// of the blocks in the window. Terms come by falling weight, the same order for every passage: so sums, and ties, are the same as those of
/// adding up everything.
/// <list type="number">
/// <item>Terms that together cannot lift a passage to the threshold make no candidates: the tail of the order.</item>
/// <item>The scores of the other terms are added up for all passages of the window.</item>
/// <item>Each term of the tail is looked up for the candidates that can still reach the threshold.</item>
/// </list>
/// </remarks>
internal sealed class PassageScorer(IReadOnlyList<QueryTerm> terms, Bm25 bm25, TopPassages best)
{
    private const int Window = 1024;

    // A bound is a sum too, in another order: it may be less than the sum it bounds by as much as rounding.
    private const double Slack = 1 + 1e-9;

    private readonly double[] _scores = new double[Window];
    private readonly ulong[] _found = new ulong[Window / 64];
    private readonly List<PostingCursor> _cursors = [];
    private readonly double[] _bounds = new double[terms.Count + 1];
    private int _open;

    /// <summary>A bound of the scores of a segment's passages, from how rare the terms are and nothing else.</summary>
    public static double Bound(IReadOnlyList<QueryTerm> terms, int document)
    {
        var bound = 0.0;
        foreach (var term in terms)
        {
            bound += term.Lists[document].Count > 0 ? term.Weight * (Bm25.K1 + 1) : 0;
        }

        return bound * Slack;
    }

    /// <summary>Scores the passages of a segment.</summary>
    public void Score(int document, Segment segment, CancellationToken cancellationToken)
    {
        Open(document, segment);
        for (var first = 0; first < segment.PassageCount && _open > 0; first += Window)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ScoreWindow(document, segment, first, Math.Min(first + Window, segment.PassageCount));
        }
    }

    private void Open(int document, Segment segment)
    {
        _open = 0;
        foreach (var term in terms)
        {
            if (term.Lists[document].Count > 0)
            {
                if (_open == _cursors.Count)
                {
                    _cursors.Add(new PostingCursor());
                }

                _cursors[_open++].Open(segment, term.Lists[document], term.Weight, bm25);
            }
        }
    }

    private void ScoreWindow(int document, Segment segment, int first, int end)
    {
        // :: Step 1. _bounds[i] bounds what the terms from i on add.
        _bounds[_open] = 0;
        for (var i = _open - 1; i >= 0; i--)
        {
            _bounds[i] = _bounds[i + 1] + (_cursors[i].BoundBefore(end) * Slack);
        }

        var threshold = best.Threshold;
        var tail = _open;
        while (tail > 0 && _bounds[tail - 1] < threshold)
        {
            tail--;
        }

        if (tail == 0)
        {
            return;
        }

        // :: Step 2
        Array.Clear(_scores);
        Array.Clear(_found);
        for (var i = 0; i < tail; i++)
        {
            _cursors[i].AddScores(first, end, _scores, _found);
        }

        // :: Step 3
        var lengths = segment.Lengths;
        for (var i = tail; i < _open; i++)
        {
            for (var word = 0; word < _found.Length; word++)
            {
                for (var bits = _found[word]; bits != 0; bits &= bits - 1)
                {
                    var at = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    if (_scores[at] + _bounds[i] < threshold)
                    {
                        _found[word] &= ~(1UL << at);
                    }
                    else
                    {
                        _scores[at] += _cursors[i].ScoreOf(first + at, lengths[first + at]);
                    }
                }
            }
        }

        Keep(document, first);
    }

    private void Keep(int document, int first)
    {
        for (var word = 0; word < _found.Length; word++)
        {
            for (var bits = _found[word]; bits != 0; bits &= bits - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (_scores[at] >= best.Threshold)
                {
                    best.Add(new PassageHit(document, first + at, _scores[at]));
                }
            }
        }
    }
}
