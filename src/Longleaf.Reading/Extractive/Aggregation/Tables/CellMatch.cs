namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Cells of a column that say what a phrase of the question says.</summary>
/// <param name="Column">The column's position.</param>
/// <param name="Phrase">The phrase, as it was looked for.</param>
/// <param name="Cell">The first such cell, as it is written.</param>
/// <param name="Rows">How many rows have one.</param>
internal sealed record CellMatch(int Column, string Phrase, string Cell, int Rows);
