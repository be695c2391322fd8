namespace Longleaf.Server.Compatible.Chat;

/// <summary>Of the prompt tokens, how many came from a cache.</summary>
internal sealed record PromptTokensDetailsBody(long CachedTokens);
