namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>Figures of the rows that share a value.</summary>
/// <param name="Value">The value, as the table writes it; a month as 2026-03.</param>
/// <param name="Figures">The figures, in the query's order.</param>
internal sealed record GroupFigures(string Value, IReadOnlyList<Figure> Figures);
