namespace Longleaf.Evaluation.Needles;

/// <summary>A sentence that is put into a haystack.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Depth">Where: 0 at the haystack's start, 1 at its end.</param>
internal sealed record NeedleSentence(string Text, double Depth);
