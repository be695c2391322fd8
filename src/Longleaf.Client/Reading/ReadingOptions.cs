namespace Longleaf.Client.Reading;

/// <summary>What to ask of an answer beyond the official protocol. Every option left out has the service's default.</summary>
public sealed record ReadingOptions
{
    /// <summary>How much to read. Default <see cref="ReadingMode.Auto"/>.</summary>
    public ReadingMode? Mode { get; init; }

    /// <summary>Whether the answer carries its citations. Default no.</summary>
    public bool? Citations { get; init; }

    /// <summary>Whether the answer carries what was read for it. Default no.</summary>
    public bool? Coverage { get; init; }

    /// <summary>Whether the answer carries what was spent on a model behind the service. Default no.</summary>
    public bool? Usage { get; init; }

    /// <summary>Whether to wait for files that are still parsed, instead of an error. Default no.</summary>
    public bool? WaitForFiles { get; init; }

    /// <summary>Whether only to say what would be read: the answer is empty. Default no.</summary>
    public bool? PlanOnly { get; init; }

    /// <summary>Whether the embedded reader answers where a model behind the service fails. Default yes.</summary>
    public bool? Fallback { get; init; }

    /// <summary>The most tokens to read where everything is read. Default the service's limit.</summary>
    public long? MaxReadTokens { get; init; }
}
