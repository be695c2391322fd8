namespace Longleaf.Documents;

/// <summary>One piece of a document in reading order: its canonical Markdown and where it stands.</summary>
/// <remarks>
/// Text is Unicode NFC with <c>\n</c> line ends, no control characters but tab and line feed, no lone surrogates.
/// A paragraph or table longer than <see cref="MaxCharacters"/> comes as several blocks, joined by <see cref="Join"/>.
/// </remarks>
public sealed record Block
{
    /// <summary>The longest <see cref="Text"/> of one block, in UTF-16 units: what a reader of blocks must be ready to hold.</summary>
    public const int MaxCharacters = 64 * 1024;

    /// <summary>What the block is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The block's canonical Markdown, markers included (<c>## </c>, <c>- </c>, <c>| a | b |</c>).</summary>
    public required string Text { get; init; }

    /// <summary>1 to 6 for a heading, nesting depth for a list item, else 0.</summary>
    public int Level { get; init; }

    /// <summary>What stands before the block in the canonical text.</summary>
    public BlockJoin Join { get; init; }

    /// <summary>Where the block stands. Page, sheet, row and path come from the format's reader; the rest from <see cref="CanonicalTextWriter"/>.</summary>
    public Location Location { get; init; } = Location.None;
}
