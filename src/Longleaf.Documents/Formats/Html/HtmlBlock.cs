namespace Longleaf.Documents.Formats.Html;

/// <summary>A block as the walk found it: its text bare, what Markdown adds beside it.</summary>
internal sealed record HtmlBlock(BlockKind Kind, string Text)
{
    /// <summary>1 to 6 for a heading; nesting depth for list items and quotes.</summary>
    public int Level { get; init; }

    /// <summary>What stands before the text: a list item's number or bullet, a note's label.</summary>
    public string Marker { get; init; } = "";

    /// <summary>Whether it goes on with the block before: a definition after its term.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The rows of a table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>The wanted anchors that stand before or in it.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];
}
