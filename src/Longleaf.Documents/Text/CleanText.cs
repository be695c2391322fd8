using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>Makes any text fit for a <see cref="Block"/>.</summary>
internal static class CleanText
{
    /// <summary>
    /// Form C; line ends as <c>\n</c>; no control characters but tab and line feed; no lone surrogates, noncharacters, soft hyphens,
    /// byte order marks or bidirectional controls, which are invisible and break words for a search.
    /// </summary>
    public static string Of(string text) => Nfc.Normalize(IsClean(text) ? text : Cleaned(text));

    /// <summary>As <see cref="Of"/>, with every run of blanks and line ends made one blank, and none at the ends.</summary>
    public static string OfLine(string text)
    {
        if (IsPlainLine(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var unit in Of(text))
        {
            if (!char.IsWhiteSpace(unit))
            {
                builder.Append(unit);
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().TrimEnd(' ');
    }

    // Most cells of most tables.
    private static bool IsPlainLine(string text)
    {
        var last = ' ';
        foreach (var unit in text)
        {
            if (unit is < ' ' or > '~' || (unit == ' ' && last == ' '))
            {
                return false;
            }

            last = unit;
        }

        return last != ' ' || text.Length == 0;
    }

    private static bool IsClean(string text)
    {
        foreach (var unit in text)
        {
            if (IsSuspect(unit))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSuspect(char unit) =>
        unit < ' ' ? unit is not ('\n' or '\t')
        : unit >= '\x7F' && (unit is <= '\x9F' or '\xAD' or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uD800' and <= '\uDFFF') or '\uFEFF' or >= '\uFFF9');

    private static string Cleaned(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (!IsSuspect(unit))
            {
                builder.Append(unit);
            }
            else if (unit == '\r')
            {
                if (index + 1 == text.Length || text[index + 1] != '\n')
                {
                    builder.Append('\n');
                }
            }
            else if (unit is '\v' or '\f' or '\x85' or '\u2028' or '\u2029')
            {
                builder.Append('\n');
            }
            else if (char.IsSurrogate(unit))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(unit, text[index + 1]))
                {
                    builder.Append(unit).Append(text[++index]);
                }
                else
                {
                    builder.Append('\uFFFD');
                }
            }
            else if (unit is '\u200C' or '\u200D' or '\uFFFC' or '\uFFFD')
            {
                // Joiners are letters' business in Persian and Indic scripts; the replacement character says that something was there.
                builder.Append(unit == '\uFFFC' ? ' ' : unit);
            }
        }

        return builder.ToString();
    }
}
