using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A figure that is asked for.</summary>
/// <param name="Calculation">How it is computed.</param>
/// <param name="Column">Of what column; <see langword="null"/> for rows.</param>
internal sealed record Measure(Calculation Calculation, TableColumn? Column);
