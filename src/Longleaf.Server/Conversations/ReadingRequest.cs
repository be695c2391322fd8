using Longleaf.Reading;

namespace Longleaf.Server.Conversations;

/// <summary>What a client asks for beyond the original, under <c>reading</c> (contract, extensions).</summary>
internal sealed record ReadingRequest
{
    /// <summary>The most tokens that may be asked to be read: all that a request may hold.</summary>
    public const long MostReadTokens = PromptTokens.Max;

    /// <summary>What a request asks for that says nothing of it.</summary>
    public static ReadingRequest None { get; } = new();

    /// <summary>How much of the documents to read.</summary>
    public ReadingMode Mode { get; init; }

    /// <summary>Whether the answer carries its citations as data.</summary>
    public bool Citations { get; init; }

    /// <summary>Whether the answer carries what was read for it.</summary>
    public bool Coverage { get; init; }

    /// <summary>Whether the answer carries what was spent on a model behind.</summary>
    public bool Usage { get; init; }

    /// <summary>Whether to wait for files that are still parsed, instead of refusing.</summary>
    public bool WaitForFiles { get; init; }

    /// <summary>Whether only the plan is wanted: nothing is read, the answer is empty, and the coverage says the plan.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Whether the embedded reader may answer where a model fails.</summary>
    public bool Fallback { get; init; } = true;

    /// <summary>The most tokens to read where everything is read; <see langword="null"/> for the reader's own limit.</summary>
    public long? MaxReadTokens { get; init; }

    /// <summary>Whether the answer carries anything the original's does not.</summary>
    public bool Extends => Citations || Coverage || Usage || PlanOnly;
}
