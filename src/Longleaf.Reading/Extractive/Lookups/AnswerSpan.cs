using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>A stretch of a statement that is of the kind asked for.</summary>
/// <param name="Start">First UTF-16 unit in the statement's text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Type">What it is.</param>
internal readonly record struct AnswerSpan(int Start, int Length, AnswerType Type)
{
    /// <summary>The unit after its last.</summary>
    public int End => Start + Length;
}
