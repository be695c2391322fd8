namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Letters of a page that follow each other on one baseline without a gap as wide as between columns. Places are in points, turned so
/// that the text runs to the right and lines go down as the baseline falls.
/// </summary>
internal sealed record TextSegment
{
    public required string Text { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    public required double Baseline { get; init; }

    /// <summary>The font size that most letters have.</summary>
    public required double Size { get; init; }

    public required bool IsBold { get; init; }

    /// <summary>Whether the file says that it belongs to a page's header or footer.</summary>
    public bool IsFurniture { get; init; }

    /// <summary>How the text is turned on the page; segments of different turns share no line.</summary>
    public required int Turn { get; init; }

    /// <summary>Where its first blank stands in the page's list of them, as long as the page is read.</summary>
    public int FirstGap { get; init; }

    /// <summary>How many blanks have a place; 0 if they are not known.</summary>
    public int GapCount { get; init; }

    public bool SharesBaseline(TextSegment other) =>
        Turn == other.Turn && Math.Abs(Baseline - other.Baseline) <= 0.35 * Math.Max(Size, other.Size);
}
