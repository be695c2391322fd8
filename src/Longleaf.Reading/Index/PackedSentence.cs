namespace Longleaf.Reading.Index;

/// <summary>A sentence on its way into a passage.</summary>
/// <param name="ByteStart">Where it starts in the canonical text.</param>
/// <param name="ByteLength">Its bytes.</param>
/// <param name="Tokens">Its tokens: its block's, shared out by bytes.</param>
/// <param name="Terms">Its terms, by number.</param>
/// <param name="Section">The headings above it.</param>
/// <param name="Header">The terms of the head of the table it is a row of.</param>
/// <param name="Traits">What it is besides.</param>
internal sealed record PackedSentence(
    long ByteStart, int ByteLength, int Tokens, int[] Terms, IReadOnlyList<string> Section, int[] Header, SentenceTraits Traits)
{
    /// <summary>What it is looked up by if it is a title (<see cref="TitleTable"/>).</summary>
    public ulong[] TitleKeys { get; init; } = [];

    /// <summary>The byte after it.</summary>
    public long ByteEnd => ByteStart + ByteLength;
}
