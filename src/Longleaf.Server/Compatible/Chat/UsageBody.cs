namespace Longleaf.Server.Compatible.Chat;

/// <summary>What an answer cost, in tokens.</summary>
internal sealed record UsageBody(long PromptTokens, long CompletionTokens, long TotalTokens, PromptTokensDetailsBody PromptTokensDetails)
{
    public static UsageBody Of(long promptTokens, long completionTokens) =>
        new(promptTokens, completionTokens, promptTokens + completionTokens, new PromptTokensDetailsBody(0));
}
