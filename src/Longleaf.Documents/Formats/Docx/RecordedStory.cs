namespace Longleaf.Documents.Formats.Docx;

/// <summary>Keeps what is found for later: a text box stands after the paragraph that it is anchored in.</summary>
internal sealed class RecordedStory : IStory
{
    private readonly List<Action<IStory>> _items = [];
    private bool _hasText;

    /// <summary>Whether nothing in it is to be shown.</summary>
    public bool IsEmpty => !_hasText;

    public void Add(DocxParagraph paragraph)
    {
        _hasText |= !string.IsNullOrWhiteSpace(paragraph.Text) || paragraph.Notes.Count > 0;
        _items.Add(story => story.Add(paragraph));
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        _hasText = true;
        _items.Add(story => story.AddTable(rows, notes));
    }

    public void AddHtml(string markup)
    {
        _hasText = true;
        _items.Add(story => story.AddHtml(markup));
    }

    public void ReplayTo(IStory story)
    {
        foreach (var item in _items)
        {
            item(story);
        }
    }
}
