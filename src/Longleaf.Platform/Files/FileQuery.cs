namespace Longleaf.Platform.Files;

/// <summary>Which files to list.</summary>
public sealed record FileQuery
{
    /// <summary>The id of the last file of the page before; unknown ids give an empty page.</summary>
    public string? After { get; init; }

    /// <summary>How many files to pass over first.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most, 1 to 2,000.</summary>
    public int Limit { get; init; } = 2000;

    /// <summary>Only files of this purpose.</summary>
    public FilePurpose? Purpose { get; init; }

    /// <summary>Only files uploaded after this instant.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only files uploaded before this instant.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Oldest first instead of newest first.</summary>
    public bool Ascending { get; init; }
}

/// <summary>A page of files.</summary>
/// <param name="Files">The files, in order.</param>
/// <param name="HasMore">Whether there are more after them.</param>
public sealed record FilePage(IReadOnlyList<StoredFile> Files, bool HasMore);
