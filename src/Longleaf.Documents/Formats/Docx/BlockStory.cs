using System.Text.RegularExpressions;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Makes blocks: headings by style, outline level; list items with the labels that Word shows; tables; notes where they are referred to.</summary>
internal sealed partial class BlockStory(StyleSheet styles, NumberingTable numbering, BlockSink sink) : IStory
{
    private BlockKind? _last;

    public void Add(DocxParagraph paragraph)
    {
        var text = paragraph.Text;
        var isBlank = string.IsNullOrWhiteSpace(text);
        // An empty paragraph with a number is not shown with it in most places, but counts.
        var (label, level) = Number(paragraph);
        if (!isBlank)
        {
            var heading = styles.HeadingLevel(paragraph.StyleId) ?? (paragraph.OutlineLevel is { } outline and < 9 ? Math.Min(outline + 1, 6) : null);
            if (heading is not null)
            {
                var line = CleanText.OfLine(label is { Length: > 0 } ? $"{label} {text}" : text);
                Emit(BlockKind.Heading, $"{new string('#', heading.Value)} {line}", heading.Value);
            }
            else if (label is not null)
            {
                Emit(BlockKind.ListItem, new string(' ', 2 * level) + ListMarker(label) + text.Trim(), level);
            }
            else if (styles.IsCode(paragraph.StyleId))
            {
                Emit(BlockKind.Code, text, 0);
            }
            else if (styles.IsQuote(paragraph.StyleId))
            {
                Emit(BlockKind.Quote, "> " + text.Trim().Replace("\n", "\n> ", StringComparison.Ordinal), 0);
            }
            else
            {
                Emit(BlockKind.Paragraph, text, 0);
            }
        }

        AddNotes(paragraph.Notes);
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes)
    {
        _last = null;
        TableBlocks.Write(sink, rows, Location.None);
        AddNotes(notes);
    }

    /// <summary>A paragraph's text with its label, where no block is made of it.</summary>
    public string Labelled(DocxParagraph paragraph)
    {
        var (label, _) = Number(paragraph);
        return label is null ? paragraph.Text : ListMarker(label) + paragraph.Text;
    }

    private (string? Label, int Level) Number(DocxParagraph paragraph)
    {
        var (styleNumbering, styleLevel) = styles.Numbering(paragraph.StyleId);
        var level = paragraph.NumberingLevel ?? styleLevel ?? 0;
        return (numbering.Next(paragraph.NumberingId ?? styleNumbering ?? 0, level), Math.Clamp(level, 0, NumberingTable.Levels - 1));
    }

    // "1." and "1)" are Markdown's own; other labels stand as Word shows them.
    private static string ListMarker(string label) =>
        label.Length == 0 ? "- " : MarkdownNumber().IsMatch(label) ? $"{label} " : $"- {label} ";

    private void Emit(BlockKind kind, string text, int level)
    {
        var goesOn = kind == _last && kind is (BlockKind.ListItem or BlockKind.Code);
        sink.Add(kind, text, level, goesOn ? BlockJoin.Line : BlockJoin.Paragraph);
        _last = kind;
    }

    private void AddNotes(IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            Emit(BlockKind.Note, note, 0);
        }
    }

    [GeneratedRegex(@"^\d{1,9}[.)]$")]
    private static partial Regex MarkdownNumber();
}
