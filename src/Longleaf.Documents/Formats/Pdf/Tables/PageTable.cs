namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>A table found on a page.</summary>
/// <param name="Rows">Its cells' text, row by row.</param>
internal sealed record PageTable(IReadOnlyList<IReadOnlyList<string>> Rows);
