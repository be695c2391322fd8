using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Makes blocks: headings by style, outline level; list items with the labels that Word shows; tables; notes where they are referred to.</summary>
internal sealed class BlockStory(StyleSheet styles, BlockSink sink)
{
    private readonly List<string> _code = [];
    private BlockKind? _last;

    public void Add(DocxParagraph paragraph, ListLabel? label)
    {
        var text = paragraph.Text;
        var style = styles[paragraph.StyleId];
        if (style is { IsCode: true } && label is null)
        {
            _code.Add(text);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            EndCode();
            Add(text, label, Heading(paragraph, style), style);
        }

        if (paragraph.Notes.Count > 0)
        {
            EndCode();
            AddNotes(paragraph.Notes);
        }
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        EndCode();
        _last = null;
        TableBlocks.Write(sink, rows, Location.None);
        AddNotes(notes);
    }

    public void AddHtml(string markup)
    {
        EndCode();
        _last = null;
        new HtmlReader(sink.Limits, new NoteLabels(), "", new HashSet<string>(), new HtmlBlockWriter(sink).Write).Read(markup);
    }

    /// <summary>Ends the text.</summary>
    public void Complete() => EndCode();

    private void Add(string text, ListLabel? label, int? heading, Style? style)
    {
        if (heading is { } level)
        {
            var line = CleanText.OfLine(label is { Text.Length: > 0 } ? label.Before(text) : text);
            Emit(BlockKind.Heading, $"{new string('#', level)} {line}", level);
        }
        else if (label is not null)
        {
            Emit(BlockKind.ListItem, new string(' ', 2 * label.Level) + ListLabels.Item(label, text.Trim()), label.Level);
        }
        else if (style is { IsQuote: true })
        {
            Emit(BlockKind.Quote, "> " + text.Trim().Replace("\n", "\n> ", StringComparison.Ordinal), 0);
        }
        else
        {
            Emit(BlockKind.Paragraph, text, 0);
        }
    }

    private static int? Heading(DocxParagraph paragraph, Style? style) =>
        paragraph.StyleId is { } id && style is null ? Style.LevelByName(id) ?? Outline(paragraph)
        : style?.HeadingLevel ?? Outline(paragraph);

    private static int? Outline(DocxParagraph paragraph) => paragraph.OutlineLevel is { } outline and >= 0 and < 9 ? Math.Min(outline + 1, 6) : null;

    // Lines of code are paragraphs of their own in Word: one block holds them all.
    private void EndCode()
    {
        if (_code.Exists(line => !string.IsNullOrWhiteSpace(line)))
        {
            var lines = string.Join('\n', _code).Trim('\n').TrimEnd();
            var fence = lines.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
            Emit(BlockKind.Code, $"{fence}\n{lines}\n{fence}", 0);
        }

        _code.Clear();
    }

    private void Emit(BlockKind kind, string text, int level)
    {
        sink.Add(kind, text, level, kind == _last && kind == BlockKind.ListItem ? BlockJoin.Line : BlockJoin.Paragraph);
        _last = kind;
    }

    private void AddNotes(IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            Emit(BlockKind.Note, note, 0);
        }
    }
}
