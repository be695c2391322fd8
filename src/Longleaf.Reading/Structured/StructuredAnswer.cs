using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Structured;

/// <summary>What a reader answers where JSON is asked for.</summary>
/// <param name="Coverage">What was read for it, and why so.</param>
public abstract record StructuredAnswer(ReadingCoverage Coverage)
{
    /// <summary>The answer: one JSON text, which matches the schema if there is one.</summary>
    /// <param name="Json">Compact JSON; characters are escaped only where JSON demands it.</param>
    /// <param name="Citations">The places that its values rest on, in the order of the text.</param>
    /// <param name="Coverage">What was read for it, and why so.</param>
    public sealed record Found(string Json, IReadOnlyList<FieldCitation> Citations, ReadingCoverage Coverage) : StructuredAnswer(Coverage);

    /// <summary>No answer: something that the schema demands is not in the documents, or not in a form that the schema takes.</summary>
    /// <param name="Path">The JSON path of the field in the answer that is missing.</param>
    /// <param name="Sentence">One sentence that names the field, and says what would let the answer go without it.</param>
    /// <param name="Coverage">What was read for it, and why so.</param>
    public sealed record Missing(string Path, string Sentence, ReadingCoverage Coverage) : StructuredAnswer(Coverage);

    /// <summary>Only the plan was wanted (<see cref="Conversation.PlanOnly"/>): nothing was read.</summary>
    /// <param name="Coverage">The plan.</param>
    public sealed record Planned(ReadingCoverage Coverage) : StructuredAnswer(Coverage);
}
