namespace Longleaf.Reading;

/// <summary>A question over documents, with the turns before it.</summary>
public sealed record Conversation
{
    /// <summary>The role text of the first system message; <see langword="null"/> if there is none.</summary>
    public string? Role { get; init; }

    /// <summary>The documents in order of appearance; may be empty.</summary>
    public required IReadOnlyList<ReadableDocument> Documents { get; init; }

    /// <summary>User and assistant turns, oldest first; the last one is the user's question.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>How much of the documents to read.</summary>
    public ReadingMode Mode { get; init; }

    /// <summary>The most tokens of the documents to read where everything is read; search does not count.</summary>
    public long MaxReadTokens { get; init; } = 400_000;

    /// <summary>Whether only the plan is wanted: nothing is read, and the answer is empty.</summary>
    public bool PlanOnly { get; init; }
}
