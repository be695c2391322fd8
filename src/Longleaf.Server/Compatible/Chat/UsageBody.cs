using Longleaf.Server.Conversations;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>What an answer cost, in tokens.</summary>
internal sealed record UsageBody(long PromptTokens, long CompletionTokens, long TotalTokens, PromptTokensDetailsBody PromptTokensDetails)
{
    public static UsageBody Of(FinishedAnswer answer) => new(
        answer.PromptTokens, answer.CompletionTokens, answer.PromptTokens + answer.CompletionTokens, new PromptTokensDetailsBody(0));
}
