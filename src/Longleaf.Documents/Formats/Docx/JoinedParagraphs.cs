using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Puts paragraphs together whose border is not there for a reader: the last one's properties are those of all.</summary>
internal sealed class JoinedParagraphs
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _notes = [];
    private DocxParagraph? _held;

    public void Add(DocxParagraph paragraph, IStory story)
    {
        if (paragraph.JoinsNext)
        {
            _text.Append(paragraph.Text);
            _notes.AddRange(paragraph.Notes);
            _held = paragraph;
        }
        else if (_held is null)
        {
            story.Add(paragraph);
        }
        else
        {
            story.Add(Take(paragraph));
        }
    }

    /// <summary>Gives out what waits for a paragraph that does not come.</summary>
    public void Flush(IStory story)
    {
        if (_held is { } last)
        {
            // A paragraph that was deleted whole, mark and all, is no list item without text.
            story.Add(Take(_text.Length == 0 ? new DocxParagraph { Text = "" } : last with { Text = "", Notes = [] }));
        }
    }

    private DocxParagraph Take(DocxParagraph last)
    {
        var joined = last with { Text = _text.Append(last.Text).ToString(), Notes = [.. _notes, .. last.Notes] };
        _text.Clear();
        _notes.Clear();
        _held = null;
        return joined;
    }
}
