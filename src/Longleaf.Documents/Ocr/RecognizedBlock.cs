namespace Longleaf.Documents.Ocr;

/// <summary>A paragraph or a table that was recognised.</summary>
/// <param name="Text">The paragraph; empty if it is a table.</param>
/// <param name="Rows">The table's rows; <see langword="null"/> if it is a paragraph.</param>
internal sealed record RecognizedBlock(string Text, IReadOnlyList<IReadOnlyList<string>>? Rows = null)
{
    /// <summary>The paragraph, or the table with each row on a line.</summary>
    public string AsLines() => Rows is null ? Text : string.Join('\n', Rows.Select(row => string.Join(' ', row.Where(cell => cell.Length > 0))));
}
