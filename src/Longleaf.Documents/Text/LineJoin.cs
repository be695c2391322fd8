using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>Joins the lines of a paragraph: words cut by a hyphen made whole, ideographs without a blank between.</summary>
internal static class LineJoin
{
    public static void Append(StringBuilder text, string line)
    {
        if (text.Length == 0 || line.Length == 0)
        {
            text.Append(line);
            return;
        }

        var last = text[^1];
        if (last is '-' or '\u2010' && text.Length > 1 && char.IsLetter(text[^2]) && (char.IsLower(line[0]) || GoesOnInCapitals(text, line)))
        {
            // "well-" + "known" is not told from "inter-" + "esting": most hyphens at line ends are cuts.
            text.Length--;
        }
        else if (last != ' ' && !(IsIdeographic(last) && IsIdeographic(line[0])) && !(last is '-' or '\u2010' or '/' && text.Length > 1 && char.IsLetterOrDigit(text[^2])))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    // "ANNI-" + "VERSARY", but not "X-" + "Ray".
    private static bool GoesOnInCapitals(StringBuilder text, string line) =>
        line.Length > 1 && text.Length > 3 && char.IsUpper(text[^2]) && char.IsUpper(text[^3]) && char.IsUpper(line[0]) && char.IsUpper(line[1]);

    /// <summary>Han, kana and their punctuation; Korean has blanks.</summary>
    public static bool IsIdeographic(char unit) =>
        unit is (>= '\u2E80' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');
}
