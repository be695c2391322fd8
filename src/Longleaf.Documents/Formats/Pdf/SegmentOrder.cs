namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Puts text that the content of a page does not hold, such as values of form fields, where it is read.</summary>
internal static class SegmentOrder
{
    // Fields times segments.
    private const long MostSteps = 20_000_000;

    /// <summary>Puts each text after the one to its left on the same line, else after the nearest above it.</summary>
    public static void Insert(List<TextSegment> segments, List<TextSegment> texts)
    {
        if ((long)texts.Count * (segments.Count + texts.Count) > MostSteps)
        {
            segments.AddRange(texts);
            return;
        }

        foreach (var text in texts)
        {
            if (!segments.Exists(other => other.Text == text.Text && other.Turn == 0 && IsWithin(other, text)))
            {
                segments.Insert(PlaceOf(segments, text), text);
            }
        }
    }

    // Forms that were made part of the page show their values twice.
    private static bool IsWithin(TextSegment other, TextSegment text) =>
        other.Left >= text.Left - text.Size && other.Left <= text.Right && Math.Abs(other.Baseline - text.Baseline) < 1.5 * text.Size;

    private static int PlaceOf(List<TextSegment> segments, TextSegment text)
    {
        var (left, leftEdge) = (-1, double.NegativeInfinity);
        var (right, rightEdge) = (-1, double.PositiveInfinity);
        var (above, distance) = (-1, double.PositiveInfinity);
        for (var index = 0; index < segments.Count; index++)
        {
            var other = segments[index];
            if (other.Turn != text.Turn)
            {
                continue;
            }

            if (Math.Abs(other.Baseline - text.Baseline) <= 0.6 * Math.Max(other.Size, text.Size))
            {
                if (other.Left <= text.Left && other.Left >= leftEdge)
                {
                    (left, leftEdge) = (index, other.Left);
                }
                else if (other.Left > text.Left && other.Left < rightEdge)
                {
                    (right, rightEdge) = (index, other.Left);
                }
            }
            else if (other.Baseline > text.Baseline && other.Baseline - text.Baseline + Apart(other, text) is var far && far <= distance)
            {
                (above, distance) = (index, far);
            }
        }

        return left >= 0 ? left + 1 : right >= 0 ? right : above + 1;
    }

    private static double Apart(TextSegment one, TextSegment other) => Math.Max(0, Math.Max(one.Left - other.Right, other.Left - one.Right));
}
