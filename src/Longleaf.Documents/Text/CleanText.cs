using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>Makes any text fit for a <see cref="Block"/>.</summary>
internal static class CleanText
{
    /// <summary>
    /// Form C; line ends as <c>\n</c>; no control characters but tab and line feed; no lone surrogates, noncharacters, soft hyphens,
    /// byte order marks or bidirectional controls, which are invisible and break words for a search.
    /// </summary>
    public static string Of(string text) => IsFit(text) ? text : Nfc.Normalize(Cleaned(text));

    /// <summary>As <see cref="Of(string)"/>.</summary>
    public static string Of(ReadOnlySpan<char> text) => IsFit(text) ? new string(text) : Nfc.Normalize(Cleaned(text));

    /// <summary>As <see cref="Of(string)"/>, with every run of blanks and line ends made one blank, and none at the ends.</summary>
    public static string OfLine(string text) => IsFitLine(text) ? text : Line(text);

    /// <summary>Whether a text is what <see cref="OfLine"/> makes of it, for certain; <see langword="false"/> for some that are.</summary>
    public static bool IsFitLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] == ' ' || text[^1] == ' ' || text.IndexOf("  ", StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var rest = PlainAscii.IndexOfOther(text, linesAllowed: false) is var at and >= 0 ? text[at..] : default;
        foreach (var unit in rest)
        {
            if (unit != ' ' && (char.IsWhiteSpace(unit) || IsSuspect(unit)))
            {
                return false;
            }
        }

        return rest.IsEmpty || Nfc.IsCertain(rest);
    }

    private static string Line(string text)
    {
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

    // Whether nothing is to be done; false for few texts with which there is nothing either.
    private static bool IsFit(ReadOnlySpan<char> text)
    {
        var from = PlainAscii.IndexOfOther(text, linesAllowed: true);
        if (from < 0)
        {
            return true;
        }

        text = text[from..];
        foreach (var unit in text)
        {
            if (IsSuspect(unit))
            {
                return false;
            }
        }

        return Nfc.IsCertain(text);
    }

    private static bool IsSuspect(char unit) =>
        unit < ' ' ? unit is not ('\n' or '\t')
        : unit >= '\x7F' && (unit is <= '\x9F' or '\xAD' || (unit >= '\u200B' && unit is <= '\u200F' or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uD800' and <= '\uDFFF') or '\uFEFF' or >= '\uFFF9'));

    private static string Cleaned(ReadOnlySpan<char> text)
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
