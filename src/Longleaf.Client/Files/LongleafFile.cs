namespace Longleaf.Client.Files;

/// <summary>A file of the account.</summary>
public sealed record LongleafFile
{
    /// <summary>Its id, by which chats name it.</summary>
    public required string Id { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its name as it was uploaded.</summary>
    public required string FileName { get; init; }

    /// <summary>What it is for.</summary>
    public required LongleafFilePurpose Purpose { get; init; }

    /// <summary>Whether it can be asked about.</summary>
    public required LongleafFileStatus Status { get; init; }

    /// <summary>Why it cannot be read, in a sentence; <see langword="null"/> if it can.</summary>
    public string? StatusDetails { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its content is, such as <c>pdf</c>; <see langword="null"/> while that is not known.</summary>
    public string? Format { get; init; }

    /// <summary>Its pages; <see langword="null"/> while that is not known, and where the format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>The tokens of its text; <see langword="null"/> while that is not known.</summary>
    public long? Tokens { get; init; }

    /// <summary>The characters of its text; <see langword="null"/> while that is not known.</summary>
    public long? Characters { get; init; }

    /// <summary>What a careful reader of it should know, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How far its parsing is; <see langword="null"/> when it is not being parsed.</summary>
    public LongleafFileProgress? Progress { get; init; }
}
