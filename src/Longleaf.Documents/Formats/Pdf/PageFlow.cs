namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Tells what of a page is none of its running text: lines turned against it, and notes at its foot.</summary>
internal static class PageFlow
{
    // Notes are set smaller.
    private const double NoteSize = 0.93;

    private const int MostNoteLines = 40;

    /// <summary>A page's items in order, and the lines apart from them: those are read after the text that they would break.</summary>
    public static (List<object> Items, List<TextLine> Apart) Split(PageContent page, double bodySize)
    {
        var (upright, all) = (0, 0);
        foreach (var line in page.Lines)
        {
            all += line.Text.Length;
            upright += line.Turn == 0 ? line.Text.Length : 0;
        }

        var isUpright = 2 * upright > all;
        var notes = FirstNote(page.Items, bodySize);
        var (items, turned, apart) = (new List<object>(), new List<TextLine>(), new List<TextLine>());
        for (var index = 0; index < page.Items.Count; index++)
        {
            switch (page.Items[index])
            {
                case TextLine line when index >= notes:
                    apart.Add(line);
                    break;
                case TextLine { Turn: not 0 } line when isUpright:
                    turned.Add(line);
                    break;
                default:
                    items.Add(page.Items[index]);
                    break;
            }
        }

        return (items, [.. apart, .. turned]);
    }

    // Where the notes at the end of a page start: small lines, the first of them with a number or sign.
    private static int FirstNote(List<object> items, double bodySize)
    {
        var first = items.Count;
        for (var index = items.Count - 1; index > 0 && items.Count - index <= MostNoteLines && items[index] is TextLine line && (line.Turn != 0 || line.Size <= NoteSize * bodySize); index--)
        {
            if (line.Turn == 0 && StartsNote(line.Text))
            {
                first = index;
            }
        }

        return first > 0 && first < items.Count && items[first - 1] is TextLine { Size: var size } && size > NoteSize * bodySize ? first : items.Count;
    }

    private static bool StartsNote(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits is 0
            ? text.Length > 1 && text[0] is '*' or '†' or '‡' or '§' or '∗'
            : digits <= 3 && digits < text.Length && (text[digits] is ' ' or ')' || char.IsUpper(text[digits]));
    }
}
