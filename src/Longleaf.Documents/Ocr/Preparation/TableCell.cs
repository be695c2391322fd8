namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>A cell of a ruled table: which rows and columns it covers, and where it lies.</summary>
/// <param name="Row">The first row.</param>
/// <param name="Column">The first column.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Area">Where it lies, within its rules.</param>
internal readonly record struct TableCell(int Row, int Column, int Rows, int Columns, PixelArea Area);
