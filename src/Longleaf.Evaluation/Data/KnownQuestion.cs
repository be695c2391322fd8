namespace Longleaf.Evaluation.Data;

/// <summary>A question whose paragraph is known.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Unit">The paragraph's number in its set.</param>
/// <param name="Answers">Ways to say the answer, verbatim in the paragraph.</param>
internal sealed record KnownQuestion(string Text, int Unit, IReadOnlyList<string> Answers);
