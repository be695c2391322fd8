namespace Longleaf.Documents.Formats.Pdf;

/// <summary>One line of a page: segments on one baseline, from left to right, as the content stream has them next to each other.</summary>
internal sealed record TextLine
{
    public required IReadOnlyList<TextSegment> Segments { get; init; }

    public required string Text { get; init; }

    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;

    public double Baseline => Segments[0].Baseline;

    public double Size => Segments[0].Size;

    public int Turn => Segments[0].Turn;

    public bool IsFurniture => Segments.All(segment => segment.IsFurniture);

    public bool IsBold => Segments.All(segment => segment.IsBold);

    /// <summary>Lines of a page's segments.</summary>
    public static List<TextLine> Of(IReadOnlyList<TextSegment> segments)
    {
        var lines = new List<TextLine>();
        var run = new List<TextSegment>();
        foreach (var segment in segments)
        {
            if (run.Count > 0 && !(run[^1].SharesBaseline(segment) && segment.Left >= run[^1].Right - segment.Size))
            {
                lines.Add(Of(run));
                run = [];
            }

            run.Add(segment);
        }

        if (run.Count > 0)
        {
            lines.Add(Of(run));
        }

        return lines;
    }

    private static TextLine Of(List<TextSegment> run)
    {
        // Segments of a right-to-left line are read from the right.
        var ordered = run.Any(segment => RightToLeft.IsStrong(segment.Text)) ? run.AsEnumerable().Reverse() : run;
        return new TextLine { Segments = run, Text = string.Join(' ', ordered.Select(segment => segment.Text)) };
    }
}
