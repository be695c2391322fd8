namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A sheet as its workbook lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether users do not see it.</param>
/// <param name="Part">The part that holds it.</param>
internal sealed record SheetEntry(string Name, bool IsHidden, string Part);
