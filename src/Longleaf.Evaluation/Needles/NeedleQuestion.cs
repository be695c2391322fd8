namespace Longleaf.Evaluation.Needles;

/// <summary>A question that needles answer.</summary>
/// <param name="Task">What it asks of a reader.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Expected">The values, all of which are the answer.</param>
/// <param name="Foreign">Values of other needles: none of them may be in the answer.</param>
/// <param name="Source">What the haystack says of it.</param>
internal sealed record NeedleQuestion(NeedleTask Task, string Text, IReadOnlyList<string> Expected, IReadOnlyList<string> Foreign, string Source)
{
    /// <summary>Where the one needle is, 0 to 1; <see langword="null"/> where there are several.</summary>
    public double? Depth { get; init; }
}
