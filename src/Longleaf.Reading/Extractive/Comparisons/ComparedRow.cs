namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>The same thing in several documents.</summary>
/// <param name="Label">What it is, as the first document that states it says.</param>
/// <param name="Cells">What each document says, in their order; <see langword="null"/> for one that does not.</param>
internal sealed record ComparedRow(string Label, IReadOnlyList<ComparedCell?> Cells)
{
    /// <summary>Whether all documents state it, and the same.</summary>
    public bool Same { get; } = Cells.All(cell => cell is not null) && Cells.Select(cell => SentenceAlignment.Comparable(cell!.Text)).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>How many documents state it.</summary>
    public int Stated => Cells.Count(cell => cell is not null);
}
