using Longleaf.Reading.Citations;

namespace Longleaf.Server.Conversations;

/// <summary>An answer at its end, whichever protocol it goes out by.</summary>
/// <param name="Text">Its text.</param>
/// <param name="FinishReason">Why it ended.</param>
/// <param name="PromptTokens">Tokens in.</param>
/// <param name="CompletionTokens">Tokens out.</param>
/// <param name="Citations">The places it rests on.</param>
/// <param name="Coverage">What was read for it, if it was said.</param>
internal sealed record FinishedAnswer(
    string Text,
    FinishReason FinishReason,
    long PromptTokens,
    int CompletionTokens,
    IReadOnlyList<Citation> Citations,
    ReadingCoverage? Coverage)
{
    public static FinishedAnswer Of(AnswerRun run, PreparedChat chat) =>
        new(run.Text, run.FinishReason, chat.PromptTokens, run.CompletionTokens, run.Citations, run.Coverage);
}
