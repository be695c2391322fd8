namespace Longleaf.Documents;

/// <summary>A block without its text.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Level">As <see cref="Block.Level"/>.</param>
/// <param name="Join">As <see cref="Block.Join"/>.</param>
/// <param name="Location">Where it stands.</param>
public sealed record BlockEntry(BlockKind Kind, int Level, BlockJoin Join, Location Location);
