using Longleaf.Documents.Formats.Html;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Gathers text alone: of a table's cell, a note, a header.</summary>
/// <param name="limits">What the document may cost.</param>
/// <param name="labels">Counts list items; where there are none, their labels are left out.</param>
internal sealed class TextStory(ParseLimits limits, ListLabels? labels) : IStory
{
    private List<string>? _paragraphs;
    private List<string>? _notes;

    public IReadOnlyList<string> Paragraphs => _paragraphs ?? [];

    public IReadOnlyList<string> Notes => _notes ?? [];

    public string Text => _paragraphs is null ? "" : _paragraphs.Count == 1 ? _paragraphs[0] : string.Join(' ', _paragraphs);

    public void Add(DocxParagraph paragraph)
    {
        var text = labels is null ? paragraph.Text : labels.Labelled(paragraph);
        if (!string.IsNullOrWhiteSpace(paragraph.Text))
        {
            AddText(text.Trim());
        }

        if (paragraph.Notes.Count > 0)
        {
            (_notes ??= []).AddRange(paragraph.Notes);
        }
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        foreach (var row in rows)
        {
            AddText(string.Join(' ', row.Where(cell => cell.Length > 0)));
        }

        (_notes ??= []).AddRange(notes);
    }

    public void AddHtml(string markup) =>
        new HtmlReader(limits, new NoteLabels(), "", new HashSet<string>(), block =>
        {
            AddText(block.Marker + block.Text);
            AddTable(block.Rows, []);
        }).Read(markup);

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            (_paragraphs ??= []).Add(text);
        }
    }
}
