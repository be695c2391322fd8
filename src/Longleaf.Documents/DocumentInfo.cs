namespace Longleaf.Documents;

/// <summary>What is known of a document once it has been read to its end.</summary>
public sealed record DocumentInfo
{
    /// <summary>The format it was read as.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>Its title, if the file has one.</summary>
    public string? Title { get; init; }

    /// <summary>Its author, if the file has one.</summary>
    public string? Author { get; init; }

    /// <summary>The language that the file says it is written in, as a tag of BCP 47 such as <c>en-GB</c>; not found from its text.</summary>
    public string? Language { get; init; }

    /// <summary>How many pages it has; <see langword="null"/> where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>The charset it was decoded from, for text formats.</summary>
    public string? Charset { get; init; }

    /// <summary>What a careful reader should know: pages that could not be read, and the like. One sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
