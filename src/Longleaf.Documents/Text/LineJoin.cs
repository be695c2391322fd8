using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>Joins the lines of a paragraph: words cut by a hyphen made whole, ideographs without a blank between.</summary>
internal static class LineJoin
{
    /// <summary>Appends a line.</summary>
    /// <param name="text">What comes before.</param>
    /// <param name="line">The line.</param>
    /// <param name="isCompound">Tells whether a word is known to be written with a hyphen, of both its parts with it between.</param>
    public static void Append(StringBuilder text, string line, Func<string, bool>? isCompound = null)
    {
        if (text.Length == 0 || line.Length == 0)
        {
            text.Append(line);
            return;
        }

        var last = text[^1];
        if (last is '-' or '\u2010' && text.Length > 1 && char.IsLetter(text[^2]) && (char.IsLower(line[0]) || GoesOnInCapitals(text, line)))
        {
            // "well-" + "known" is told from "inter-" + "esting" only where the word is seen elsewhere: most hyphens at line ends are cuts.
            text.Length -= isCompound is not null && isCompound(Compound(text, line)) ? 0 : 1;
        }
        else if (last != ' ' && !(IsIdeographic(last) && IsIdeographic(line[0])) && !(last is '-' or '\u2010' or '/' && text.Length > 1 && char.IsLetterOrDigit(text[^2])))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    private static string Compound(StringBuilder text, string line)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        return string.Concat(text.ToString(start, text.Length - start), line.AsSpan(0, end));
    }

    // "ANNI-" + "VERSARY", but not "X-" + "Ray".
    private static bool GoesOnInCapitals(StringBuilder text, string line) =>
        line.Length > 1 && text.Length > 3 && char.IsUpper(text[^2]) && char.IsUpper(text[^3]) && char.IsUpper(line[0]) && char.IsUpper(line[1]);

    /// <summary>Han, kana and their punctuation; Korean has blanks.</summary>
    public static bool IsIdeographic(char unit) =>
        unit is (>= '\u2E80' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');
}
