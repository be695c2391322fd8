using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>A sentence of a transcript.</summary>
/// <param name="Statement">It, and where it stands.</param>
/// <param name="Speaker">Who says it; empty where the transcript does not say.</param>
/// <param name="Start">Where what it says begins, behind words that only open it ("Um so, …").</param>
internal sealed record SpokenSentence(Statement Statement, string Speaker, int Start)
{
    /// <summary>What it says.</summary>
    public string Said => Statement.Text[Start..];
}
