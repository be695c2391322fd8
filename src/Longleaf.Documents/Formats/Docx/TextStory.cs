namespace Longleaf.Documents.Formats.Docx;

/// <summary>Gathers text alone: of a table's cell, a note, a header.</summary>
internal sealed class TextStory : IStory
{
    private readonly List<string> _paragraphs = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Paragraphs => _paragraphs;

    public IReadOnlyList<string> Notes => _notes;

    public string Text => string.Join(' ', _paragraphs);

    public Func<DocxParagraph, string>? Labelled { get; init; }

    public void Add(DocxParagraph paragraph)
    {
        var text = Labelled is null ? paragraph.Text : Labelled(paragraph);
        if (!string.IsNullOrWhiteSpace(text))
        {
            _paragraphs.Add(text.Trim());
        }

        _notes.AddRange(paragraph.Notes);
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        _paragraphs.AddRange(rows.Select(row => string.Join(' ', row.Where(cell => cell.Length > 0))).Where(row => row.Length > 0));
        _notes.AddRange(notes);
    }
}
