namespace Longleaf.Documents.Formats.Docx;

/// <summary>
/// The body of a document on its way to blocks. What stands after a picture whose text is still being recognised is kept, and reading goes on:
/// recognising a picture takes as long as reading hundreds of pages.
/// </summary>
/// <param name="blocks">Makes blocks.</param>
/// <param name="labels">Counts list items.</param>
internal sealed class BodyStory(BlockStory blocks, ListLabels labels) : IStory
{
    // Most documents have less text; with more than that, what is kept is waited for. To keep a paragraph takes as much as so many characters.
    private const long MaxHeldCharacters = 4_000_000;
    private const int CharactersPerItem = 64;

    private readonly Queue<Action> _held = new();
    private long _heldCharacters;

    // Nothing is kept, or what is kept is on its way out.
    private bool _isDirect = true;

    public void Add(DocxParagraph paragraph)
    {
        // In its turn, as cells of tables and text boxes count as well. An empty paragraph with a number counts, though it is mostly not shown.
        var label = labels.Next(paragraph);
        if (_isDirect)
        {
            blocks.Add(paragraph, label);
        }
        else
        {
            Hold(paragraph, label);
        }
    }

    public void AddBox(RecordedStory box)
    {
        if (box.IsOutstanding)
        {
            _isDirect = false;
            Hold(() => box.ReplayTo(this), 0);
        }
        else
        {
            box.ReplayTo(this);
        }
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        if (_isDirect)
        {
            blocks.AddTable(rows, notes);
        }
        else
        {
            Hold(() => blocks.AddTable(rows, notes), rows.Sum(row => row.Sum(cell => (long)cell.Length)));
        }
    }

    public void AddHtml(string markup)
    {
        if (_isDirect)
        {
            blocks.AddHtml(markup);
        }
        else
        {
            Hold(() => blocks.AddHtml(markup), markup.Length);
        }
    }

    /// <summary>Ends the text: what is kept is waited for.</summary>
    public void Complete()
    {
        Release();
        blocks.Complete();
    }

    private void Hold(DocxParagraph paragraph, ListLabel? label) => Hold(() => blocks.Add(paragraph, label), paragraph.Text.Length);

    private void Hold(Action item, long characters)
    {
        _held.Enqueue(item);
        _heldCharacters += characters + CharactersPerItem;
        if (_heldCharacters > MaxHeldCharacters)
        {
            Release();
        }
    }

    private void Release()
    {
        _isDirect = true;
        while (_held.TryDequeue(out var item))
        {
            item();
        }

        _heldCharacters = 0;
    }
}
