namespace Longleaf.Client.Reading;

/// <summary>What was read of one file.</summary>
public sealed record FileCoverage
{
    /// <summary>The file.</summary>
    public string FileId { get; init; } = "";

    /// <summary><c>read</c>, <c>searched</c> or <c>skipped</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The passages that were read.</summary>
    public int PassagesRead { get; init; }

    /// <summary>The passages there are.</summary>
    public int Passages { get; init; }

    /// <summary>The tokens that were read.</summary>
    public long TokensRead { get; init; }

    /// <summary>The tokens there are.</summary>
    public long Tokens { get; init; }
}
