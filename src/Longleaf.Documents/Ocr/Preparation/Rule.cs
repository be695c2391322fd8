namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>A straight line drawn on a page, across or down.</summary>
/// <param name="Place">Where it stands: its y if it goes across, its x if it goes down.</param>
/// <param name="Start">Where it starts along its direction.</param>
/// <param name="End">The end, exclusive.</param>
/// <param name="Thickness">How thick it is, with what it leans.</param>
internal readonly record struct Rule(int Place, int Start, int End, int Thickness)
{
    public int Length => End - Start;
}
