namespace Longleaf.Reading.Index;

/// <summary>What was counted while a segment was built.</summary>
/// <param name="Tokens">Qwen2.5 tokens of the canonical text.</param>
/// <param name="Passages">Passages cut; none are cut past <see cref="MaxIndexedTokens"/>.</param>
public sealed record SegmentSummary(long Tokens, int Passages)
{
    /// <summary>A document with more tokens is kept and counted but not indexed: no request may name it (contract, limits in one request).</summary>
    public const long MaxIndexedTokens = 10_000_000;
}
