namespace Longleaf.Reading.Citations;

/// <summary>What was read of the documents for an answer: its receipt.</summary>
/// <param name="Mode">How it was read.</param>
/// <param name="Why">One sentence on why that mode, and how the question was understood.</param>
/// <param name="Calls">Calls of a model; none by the embedded reader.</param>
/// <param name="Documents">Each document, in the order of the conversation.</param>
public sealed record ReadingCoverage(ReadingMode Mode, string Why, int Calls, IReadOnlyList<DocumentCoverage> Documents);

/// <summary>What was read of one document.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="State">Read, searched or skipped.</param>
/// <param name="PassagesRead">Of its passages, how many were read for the most part.</param>
/// <param name="Passages">How many it has.</param>
/// <param name="TokensRead">Qwen2.5 tokens of what was read, by its share of the text.</param>
/// <param name="Tokens">Qwen2.5 tokens of its text.</param>
public sealed record DocumentCoverage(string DocumentId, CoverageState State, int PassagesRead, int Passages, long TokensRead, long Tokens);

/// <summary>How far a document was taken into account.</summary>
public enum CoverageState
{
    /// <summary>Every passage was read.</summary>
    Read,

    /// <summary>Its index was searched, and what was found was read.</summary>
    Searched,

    /// <summary>The question is not put to it.</summary>
    Skipped,
}
