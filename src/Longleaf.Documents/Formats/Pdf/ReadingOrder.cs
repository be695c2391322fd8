namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Puts a page's segments in the order of reading. That is the order of the content stream, as writers go by columns and rows better than
/// geometry tells; but what was drawn later and stands above something drawn before, over its width, is read before it: titles and letterheads
/// that were added at the end. Segments without text stand for tables.
/// </summary>
internal static class ReadingOrder
{
    // A map or a drawing has more, and no order.
    private const int MostRuns = 400;

    // In sizes of letters: up is a new start, and so is a wide gap.
    private const double Rise = 0.8;
    private const double Gap = 2.5;

    private const double LeastOverlap = 0.3;

    public static List<TextSegment> Arrange(List<TextSegment> segments)
    {
        var runs = Runs(segments);
        if (runs.Count is 1 or > MostRuns)
        {
            return segments;
        }

        var ordered = new List<Run>(runs.Count);
        var isMoved = false;
        foreach (var run in runs)
        {
            var place = ordered.FindIndex(before => run.IsAbove(before));
            isMoved |= place >= 0;
            ordered.Insert(place < 0 ? ordered.Count : place, run);
        }

        return isMoved ? [.. ordered.SelectMany(run => segments.GetRange(run.First, run.Count))] : segments;
    }

    private static List<Run> Runs(List<TextSegment> segments)
    {
        var runs = new List<Run>();
        for (var index = 0; index < segments.Count && runs.Count <= MostRuns; index++)
        {
            var segment = segments[index];
            if (runs.Count > 0 && segments[index - 1] is var last && last.Turn == segment.Turn && last.Text.Length > 0 && segment.Text.Length > 0
                && segment.Baseline - last.Baseline <= Rise * Math.Max(last.Size, segment.Size)
                && last.Baseline - segment.Baseline <= Gap * Math.Max(last.Size, segment.Size))
            {
                runs[^1].Add(segment);
            }
            else
            {
                runs.Add(new Run(index, segment));
            }
        }

        return runs;
    }

    private sealed class Run(int first, TextSegment segment)
    {
        private readonly int _turn = segment.Turn;
        private double _left = segment.Left;
        private double _right = segment.Right;
        private double _top = segment.Baseline + segment.Size;
        private double _bottom = segment.Baseline;

        public int First { get; } = first;

        public int Count { get; private set; } = 1;

        public void Add(TextSegment segment)
        {
            _left = Math.Min(_left, segment.Left);
            _right = Math.Max(_right, segment.Right);
            _top = Math.Max(_top, segment.Baseline + segment.Size);
            _bottom = Math.Min(_bottom, segment.Baseline);
            Count++;
        }

        public bool IsAbove(Run other) =>
            _turn == 0 && other._turn == 0 && _bottom >= other._top - 1
            && Math.Min(_right, other._right) - Math.Max(_left, other._left) >= LeastOverlap * Math.Min(_right - _left, other._right - other._left);
    }
}
