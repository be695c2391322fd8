namespace Longleaf.Server.Conversations;

/// <summary>What a client asks for, whichever protocol it came by.</summary>
internal sealed record ChatRequest
{
    /// <summary>The most tokens an answer may have (contract 2.2).</summary>
    public const int MaxOutputTokens = 32_768;

    /// <summary>The model id as asked for, echoed as it is.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Where the answer is cut with <c>length</c>.</summary>
    public int MaxTokens { get; init; } = MaxOutputTokens;

    /// <summary>Texts before the first of which the answer ends.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    public bool Stream { get; init; }

    public bool IncludeUsage { get; init; }
}
