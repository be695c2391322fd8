namespace Longleaf.Client.Reading;

/// <summary>What was read for an answer, and why so.</summary>
public sealed record Coverage
{
    /// <summary>How it was read.</summary>
    public ReadingMode Mode { get; init; }

    /// <summary>Why so, in a sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>How often a model behind the service was called.</summary>
    public int Calls { get; init; }

    /// <summary>The tokens that were read.</summary>
    public long TokensRead { get; init; }

    /// <summary>The tokens there are.</summary>
    public long TokensTotal { get; init; }

    /// <summary>The same of each file.</summary>
    public IReadOnlyList<FileCoverage> Files { get; init; } = [];
}
