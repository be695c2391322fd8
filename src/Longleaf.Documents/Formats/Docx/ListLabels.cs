using System.Text.RegularExpressions;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The automatic numbers of a document's paragraphs, counted as they come.</summary>
internal sealed partial class ListLabels(StyleSheet styles, NumberingTable numbering)
{
    /// <summary>Counts a paragraph: its label, <see langword="null"/> if it has none.</summary>
    public ListLabel? Next(DocxParagraph paragraph)
    {
        var style = styles[paragraph.StyleId];
        var id = paragraph.NumberingId ?? style?.NumberingId ?? 0;
        if (id <= 0)
        {
            return null;
        }

        // The definition itself may say which style has which of its levels: that goes before what the style says.
        var level = paragraph.NumberingLevel
            ?? (paragraph.NumberingId is null ? numbering.LevelOfStyle(id, paragraph.StyleId) ?? numbering.LevelOfStyle(id, style?.NumberingStyleId) ?? style?.NumberingLevel : null)
            ?? 0;
        return numbering.Next(id, level);
    }

    /// <summary>A paragraph's text after its label, for where no block is made of it.</summary>
    public string Labelled(DocxParagraph paragraph) =>
        Next(paragraph) is not { } label ? paragraph.Text
        : label.Text.Length == 0 ? $"• {paragraph.Text}"
        : label.Before(paragraph.Text);

    /// <summary>What Markdown puts before a list item: its own numbers ("1.", "1)") or a bullet, after which other labels stand as Word shows them.</summary>
    public static string Item(ListLabel label, string text) =>
        label.Text.Length == 0 ? $"- {text}"
        : MarkdownNumber().IsMatch(label.Text) ? $"{label.Text} {text}"
        : $"- {label.Before(text)}";

    [GeneratedRegex(@"^\d{1,9}[.)]$")]
    private static partial Regex MarkdownNumber();
}
