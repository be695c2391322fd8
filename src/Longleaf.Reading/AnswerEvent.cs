using Longleaf.Reading.Citations;

namespace Longleaf.Reading;

/// <summary>What a reader says while it answers.</summary>
public abstract record AnswerEvent
{
    private AnswerEvent()
    {
    }

    /// <summary>The next piece of the answer's Markdown.</summary>
    /// <param name="Text">Not empty; never splits a surrogate pair.</param>
    public sealed record Delta(string Text) : AnswerEvent;

    /// <summary>A place the answer rests on, found again in the text before it was sent.</summary>
    /// <param name="Citation">The quote and where it stands.</param>
    public sealed record Cited(Citation Citation) : AnswerEvent;

    /// <summary>The end of the answer.</summary>
    /// <param name="Coverage">What was read for it, and why so.</param>
    public sealed record Completed(ReadingCoverage Coverage) : AnswerEvent;
}
