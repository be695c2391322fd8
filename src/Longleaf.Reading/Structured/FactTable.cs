using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>A table: its header and its rows.</summary>
/// <param name="Headers">The header's cells.</param>
/// <param name="Rows">The rows below it.</param>
/// <param name="Context">The terms of the headings above, of the document's title, and of the line before the table.</param>
internal sealed record FactTable(IReadOnlyList<string> Headers, List<Statement> Rows, HashSet<string> Context)
{
    /// <summary>What the line above says that it is, where it is one of several tables of a sheet; else empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The cell of a row; empty where there is none.</summary>
    public static string Cell(Statement row, int column) => column < row.Cells.Count ? row.Text[row.Cells[column]] : "";
}
