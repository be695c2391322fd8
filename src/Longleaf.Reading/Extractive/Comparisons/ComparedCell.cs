using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>What one document says of a thing that is compared.</summary>
/// <param name="Statement">Where it says so.</param>
/// <param name="Range">What of the statement is shown.</param>
/// <param name="Bold">What of it is set off, because it is what differs; empty for nothing.</param>
internal sealed record ComparedCell(Statement Statement, Range Range, Range Bold = default)
{
    /// <summary>The words shown.</summary>
    public string Text => Statement.Text[Range];
}
