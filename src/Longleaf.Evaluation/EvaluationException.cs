namespace Longleaf.Evaluation;

/// <summary>An evaluation cannot be run as it was asked for; the message says what to change.</summary>
/// <param name="message">What is wrong.</param>
public sealed class EvaluationException(string message) : Exception(message);
