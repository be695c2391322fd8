namespace Longleaf.Documents.Isolation;

/// <summary>What the reading of one document may cost.</summary>
/// <param name="NoProgress">How long the reader may stand still.</param>
/// <param name="Total">How long it may take.</param>
/// <param name="Characters">The most UTF-16 units of text.</param>
/// <param name="Blocks">The most blocks.</param>
/// <param name="Recognitions">The most pages and pictures recognised.</param>
internal sealed record SessionLimits(TimeSpan NoProgress, TimeSpan Total, long Characters, long Blocks, long Recognitions)
{
    /// <param name="options">The settings.</param>
    /// <param name="bytes">The document's size.</param>
    /// <param name="isText">Whether its text is its bytes: then the document itself sets how much there may be.</param>
    public static SessionLimits For(IsolationOptions options, long bytes, bool isText) => new(
        TimeSpan.FromSeconds(options.NoProgressSeconds),
        TimeSpan.FromSeconds(options.TotalSeconds + (options.SecondsPerMegabyte * (bytes / 1_000_000))),
        isText ? Math.Max(options.MaxCharacters, 2 * bytes) : options.MaxCharacters,
        options.MaxBlocks,
        // Each page twice, as some are turned, and pictures.
        (2L * options.MaxPages) + 1000);
}
