namespace Longleaf.Documents.Isolation;

/// <summary>What the reading of one document may cost.</summary>
/// <param name="NoProgress">How long the reader may stand still.</param>
/// <param name="Total">How long it may take.</param>
/// <param name="Characters">The most UTF-16 units of text.</param>
/// <param name="Blocks">The most blocks.</param>
/// <param name="Recognitions">The most drawings and recognitions.</param>
internal sealed record SessionLimits(TimeSpan NoProgress, TimeSpan Total, long Characters, long Blocks, long Recognitions)
{
    /// <param name="options">The settings.</param>
    /// <param name="bytes">The document's size.</param>
    /// <param name="textPerByte">How much text the document's own size allows for each of its bytes.</param>
    public static SessionLimits For(IsolationOptions options, long bytes, int textPerByte) => new(
        TimeSpan.FromSeconds(options.NoProgressSeconds),
        TimeSpan.FromSeconds(options.TotalSeconds + (options.SecondsPerMegabyte * (bytes / 1_000_000))),
        Math.Max(options.MaxCharacters, textPerByte * bytes),
        options.MaxBlocks,
        // Each page drawn and recognised twice, with a few tries of its language and its tables, and pictures.
        (12L * options.MaxPages) + 5000);
}
