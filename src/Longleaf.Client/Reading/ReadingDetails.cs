namespace Longleaf.Client.Reading;

/// <summary>What an answer carries beyond the official protocol, as far as it was asked for.</summary>
public sealed record ReadingDetails
{
    /// <summary>The places that the answer rests on, each checked against the text; <see langword="null"/> if not asked for.</summary>
    public IReadOnlyList<Citation>? Citations { get; init; }

    /// <summary>What was read; <see langword="null"/> if not asked for.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>What was spent on a model behind the service; <see langword="null"/> if not asked for.</summary>
    public ReadingUsage? Usage { get; init; }
}
