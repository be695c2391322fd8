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
    /// <param name="Mode">How it was read: <c>retrieve</c>, <c>read_all</c>, <c>full</c>.</param>
    /// <param name="Why">One sentence on why that mode, and how the question was understood.</param>
    public sealed record Completed(string Mode, string Why) : AnswerEvent;
}
