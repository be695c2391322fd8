namespace Longleaf.Documents.Isolation;

/// <summary>What the reading of one document may cost, by its size.</summary>
internal sealed record SessionLimits
{
    /// <summary>How long the reader may stand still.</summary>
    public required TimeSpan NoProgress { get; init; }

    /// <summary>How long it may take.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>The most processor time.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>The most managed memory.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>The most UTF-16 units of text.</summary>
    public required long Characters { get; init; }

    /// <summary>The most blocks.</summary>
    public required long Blocks { get; init; }

    /// <summary>The most drawings and recognitions.</summary>
    public required long Recognitions { get; init; }

    /// <param name="options">The settings.</param>
    /// <param name="bytes">The document's size.</param>
    /// <param name="textPerByte">How much text the document's own size allows for each of its bytes.</param>
    public static SessionLimits For(IsolationOptions options, long bytes, int textPerByte)
    {
        var forSize = TimeSpan.FromSeconds(options.SecondsPerMegabyte * (bytes / 1_000_000));
        return new()
        {
            NoProgress = TimeSpan.FromSeconds(options.NoProgressSeconds),
            Total = TimeSpan.FromSeconds(options.TotalSeconds) + forSize,
            ProcessorTime = TimeSpan.FromSeconds(options.ProcessorSeconds) + forSize,
            HeapBytes = Math.Min(options.HeapBytes, options.BaseHeapBytes + (options.HeapPerByte * bytes)),
            Characters = Math.Max(options.MaxCharacters, textPerByte * bytes),
            Blocks = options.MaxBlocks,
            // Each page drawn and recognised twice, with a few tries of its language and its tables, and pictures.
            Recognitions = (12L * options.MaxPages) + 5000,
        };
    }
}
