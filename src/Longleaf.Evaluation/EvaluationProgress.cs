namespace Longleaf.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; at least 1.</param>
public readonly record struct EvaluationProgress(string Stage, int Done, int Total);
