namespace Longleaf.Platform.Usage;

/// <summary>One settled piece of work: what a ledger is made of. Written once, never changed.</summary>
public sealed record UsageRow
{
    /// <summary>The request's id.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The account that pays.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The key that was used.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>The model id as asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens in, as the response's <c>usage</c> said.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Tokens out, as the response's <c>usage</c> said.</summary>
    public required long CompletionTokens { get; init; }

    /// <summary>How it ended: <c>stop</c>, <c>length</c>, <c>cancelled</c>, <c>error</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>When it was settled.</summary>
    public required DateTimeOffset SettledAt { get; init; }
}
