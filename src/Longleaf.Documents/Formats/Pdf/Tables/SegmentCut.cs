namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>Cuts segments that run over walls: texts of narrow columns stand as near to each other as words.</summary>
internal static class SegmentCut
{
    // How far from a wall, in sizes of letters, the blank may be.
    private const double Reach = 1.5;

    public static IEnumerable<TextSegment> At(TextSegment segment, List<double> gaps, RuleGrid grid)
    {
        if (segment.GapCount == 0 || segment.Turn != 0 || segment.Text.Contains("](", StringComparison.Ordinal))
        {
            return [segment];
        }

        var places = new SortedSet<int>();
        foreach (var wall in grid.Walls(segment.Baseline + (0.3 * segment.Size), segment.Left + 1, segment.Right - 1))
        {
            var nearest = Enumerable.Range(0, segment.GapCount).MinBy(gap => Math.Abs(gaps[segment.FirstGap + gap] - wall));
            if (Math.Abs(gaps[segment.FirstGap + nearest] - wall) <= Reach * segment.Size)
            {
                places.Add(nearest);
            }
        }

        return places.Count == 0 ? [segment] : Pieces(segment, gaps, places);
    }

    private static List<TextSegment> Pieces(TextSegment segment, List<double> gaps, SortedSet<int> places)
    {
        var words = segment.Text.Split(' ');
        if (words.Length != segment.GapCount + 1)
        {
            return [segment];
        }

        var pieces = new List<TextSegment>();
        var (first, left) = (0, segment.Left);
        foreach (var place in places.Append(segment.GapCount))
        {
            var right = place < segment.GapCount ? gaps[segment.FirstGap + place] : segment.Right;
            pieces.Add(segment with { Text = string.Join(' ', words[first..(place + 1)]), Left = left, Right = right, GapCount = 0 });
            (first, left) = (place + 1, right);
        }

        return pieces;
    }
}
