namespace Longleaf.Client.Reading;

/// <summary>What was spent on a model behind the service.</summary>
public sealed record ReadingUsage
{
    /// <summary>How often it was called.</summary>
    public int Calls { get; init; }

    /// <summary>The tokens that it was sent.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Those of them that it had from an earlier call.</summary>
    public long CachedTokens { get; init; }

    /// <summary>The tokens that it wrote.</summary>
    public long CompletionTokens { get; init; }
}
