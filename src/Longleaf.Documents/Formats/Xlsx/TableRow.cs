namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A row that is held until its region ends.</summary>
/// <param name="Number">Its number in the sheet.</param>
/// <param name="Cells">What it shows; never empty.</param>
internal sealed record TableRow(int Number, SheetCell[] Cells);
