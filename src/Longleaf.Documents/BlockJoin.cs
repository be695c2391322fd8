namespace Longleaf.Documents;

/// <summary>What stands between a <see cref="Block"/> and the one before it in the canonical text.</summary>
public enum BlockJoin
{
    /// <summary>An empty line.</summary>
    Paragraph,

    /// <summary>A line break: the next item of a list, the next rows of a table, the next lines of code.</summary>
    Line,

    /// <summary>Nothing: this block goes on where the last one was cut to stay within <see cref="Block.MaxCharacters"/>.</summary>
    None,
}
