namespace Longleaf.Client.Files;

/// <summary>Which files to list, and in what order.</summary>
public sealed record LongleafFileListOptions
{
    /// <summary>Only files for this purpose. Default all.</summary>
    public LongleafFilePurpose? Purpose { get; init; }

    /// <summary>The id of the file after which to begin. Default the first.</summary>
    public string? After { get; init; }

    /// <summary>How many files a request brings, 1 to 2,000. Default 2,000.</summary>
    public int? PageSize { get; init; }

    /// <summary>Oldest first. Default newest first.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Only files uploaded after this moment, to the second. Default all.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only files uploaded before this moment, to the second. Default all.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }
}
