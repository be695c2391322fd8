using System.Globalization;
using System.Text;

namespace Longleaf.Server.Commands.Progress;

/// <summary>Text of others for a terminal: a file may be named with the codes that terminals obey.</summary>
internal static class TerminalText
{
    /// <summary>The text without codes, and with an ellipsis if it is longer.</summary>
    public static string Of(string text, int most = int.MaxValue)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= most)
            {
                return safe.Append('…').ToString();
            }

            _ = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? safe.Append('\uFFFD')
                : safe.Append(rune.ToString());
        }

        return safe.ToString();
    }
}
