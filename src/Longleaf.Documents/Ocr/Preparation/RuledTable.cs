namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>A table that its rules show.</summary>
/// <param name="Area">Where it lies, rules included.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Cells">Its cells, row after row.</param>
internal sealed record RuledTable(PixelArea Area, int Rows, int Columns, IReadOnlyList<TableCell> Cells);
