namespace Longleaf.Documents;

/// <summary>What a <see cref="Block"/> is in the document's structure.</summary>
public enum BlockKind
{
    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="Block.Level"/> is 1 to 6.</summary>
    Heading,

    /// <summary>One item of a list; <see cref="Block.Level"/> is its nesting depth, 0 for the outermost.</summary>
    ListItem,

    /// <summary>A GitHub-flavoured Markdown table, or the next rows of the one before (<see cref="BlockJoin.Line"/>).</summary>
    Table,

    /// <summary>Code or other text whose line breaks and blanks matter, fenced in the canonical text.</summary>
    Code,

    /// <summary>Quoted text.</summary>
    Quote,

    /// <summary>A footnote, endnote or comment.</summary>
    Note,

    /// <summary>What repeats on pages around the text (a header, a footer): kept once, no part of the text's flow.</summary>
    Furniture,
}
