namespace Longleaf.Documents.Formats.Docx;

/// <summary>One paragraph as the walk found it.</summary>
internal sealed record DocxParagraph
{
    public required string Text { get; init; }

    public string? StyleId { get; init; }

    public int? NumberingId { get; init; }

    public int? NumberingLevel { get; init; }

    public int? OutlineLevel { get; init; }

    /// <summary>
    /// Whether the paragraph after it goes on where this one ends: the mark between them was deleted, or this one is the large first letter of that one.
    /// </summary>
    public bool JoinsNext { get; init; }

    /// <summary>Footnotes, endnotes and comments that the paragraph refers to, ready to print.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
