namespace Longleaf.Documents.Formats.Docx;

/// <summary>Keeps what is found for later: a text box stands after the paragraph that it is anchored in.</summary>
internal sealed class RecordedStory : IStory
{
    private readonly List<Action<IStory>> _items = [];
    private bool _hasText;

    /// <summary>Whether nothing in it is to be shown, as far as that is known.</summary>
    public bool IsEmpty => !_hasText && !IsOutstanding;

    /// <summary>Whether what is in it is not known yet: to replay it is to wait for it.</summary>
    public bool IsOutstanding { get; private init; }

    /// <summary>A story of paragraphs.</summary>
    public static RecordedStory Of(IReadOnlyList<string> paragraphs)
    {
        var story = new RecordedStory();
        foreach (var paragraph in paragraphs)
        {
            story.Add(new DocxParagraph { Text = paragraph });
        }

        return story;
    }

    /// <summary>A story of paragraphs that are still being looked for.</summary>
    public static RecordedStory Later(Func<IReadOnlyList<string>> paragraphs)
    {
        var story = new RecordedStory { IsOutstanding = true };
        story._items.Add(target => Of(paragraphs()).ReplayTo(target));
        return story;
    }

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
