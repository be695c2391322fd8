namespace Longleaf.Documents.Formats.Docx;

/// <summary>Keeps what is found for later: a text box stands after the paragraph that it is anchored in.</summary>
internal sealed class RecordedStory : IStory
{
    private readonly List<Action<IStory>> _items = [];

    public void Add(DocxParagraph paragraph) => _items.Add(story => story.Add(paragraph));

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes) => _items.Add(story => story.AddTable(rows, notes));

    public void ReplayTo(IStory story)
    {
        foreach (var item in _items)
        {
            item(story);
        }
    }
}
