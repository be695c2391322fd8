namespace Longleaf.Evaluation.Reports;

/// <summary>A table of figures.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>A sentence or two on how to read it; may be empty.</summary>
    public string Note { get; init; } = "";
}
