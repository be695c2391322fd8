namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A bound of a number in a question.</summary>
/// <param name="Place">The words that belong to it.</param>
/// <param name="Bounds">The bounds.</param>
/// <param name="Unit">The unit or the word behind the number; empty for none.</param>
/// <param name="Operator">The words of the comparison ("older than").</param>
internal sealed record Amount(Phrase Place, Bounds Bounds, string Unit, string Operator);
