using System.Text;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Citations;

/// <summary>
/// Puts a backslash before a mark only where Markdown (CommonMark, GitHub's, Markdig's extensions) would make something of it
/// at that place: answers are also read as plain text.
/// </summary>
internal static partial class MarkdownEscapes
{
    /// <summary>Appends a stretch of plain text.</summary>
    /// <param name="markdown">Takes it.</param>
    /// <param name="plain">One line without backticks.</param>
    public static void Append(StringBuilder markdown, ReadOnlySpan<char> plain)
    {
        var carets = plain.Count('^');
        for (var i = 0; i < plain.Length; i++)
        {
            if (IsActive(plain, i, carets))
            {
                markdown.Append('\\');
            }

            markdown.Append(plain[i]);
        }
    }

    /// <summary>Takes the meaning off a marker that the text starts with: a no-break space behind it makes it none and shows as it did.</summary>
    public static string Lead(string markdown)
    {
        var marker = Marker().Match(markdown);
        if (marker.Success)
        {
            return string.Concat(marker.Value, "\u00a0", markdown.AsSpan(marker.Length + 1));
        }

        var bare = BareMarker().Match(markdown);
        return bare.Success ? markdown.Insert(bare.Groups["mark"].Index, "\\") : markdown;
    }

    private static bool IsActive(ReadOnlySpan<char> text, int i, int carets)
    {
        // What is not known to be inert, at the edges where other words follow, is taken to be active.
        var before = i > 0 ? text[i - 1] : '\0';
        var after = i + 1 < text.Length ? text[i + 1] : '\0';
        var alone = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
        return text[i] switch
        {
            '|' => true,
            '[' => i == 0 || after is '^',
            ']' => after is '(' or '[' or ':' or '{' or '\0',
            '<' => !(char.IsWhiteSpace(after) || char.IsAsciiDigit(after) || (after == '=' && i + 2 < text.Length && text[i + 2] is ' ' or (>= '0' and <= '9'))),
            '>' => i == 0,
            '*' => !alone,
            '_' => !alone && !WithinWord(text, i),
            '~' => !alone && (after is '~' or '\0' || before is not ('\0' or ' ') || char.IsWhiteSpace(after)),
            '\\' => after == '\0' || char.IsAsciiLetterOrDigit(after) == false && char.IsAscii(after) && !char.IsWhiteSpace(after),
            '^' => carets > 1 || after == '[',
            '{' => after is '.' or '#' or ':' or '%' || text[i..].IndexOf('=') is > 0,
            '=' => i == 0 || (after == '=' && !char.IsWhiteSpace(before)),
            ':' => after == ':' && !(char.IsLetterOrDigit(before) && i + 2 < text.Length && char.IsLetterOrDigit(text[i + 2])),
            '$' or '+' or '"' or '\'' => after == text[i],
            '&' => Entity().IsMatch(text[i..]),
            _ => false,
        };
    }

    // Underscores between letters are letters to Markdown, one or many.
    private static bool WithinWord(ReadOnlySpan<char> text, int i)
    {
        var (start, end) = (i, i + 1);
        while (start > 0 && text[start - 1] == '_')
        {
            start--;
        }

        while (end < text.Length && text[end] == '_')
        {
            end++;
        }

        return start > 0 && end < text.Length && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end]);
    }

    [GeneratedRegex(@"^(?:#{1,6}|[+\-]|[0-9]{1,9}[.)])(?= \S)")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:(?<mark>#{1,6}|[+\-])(?:\s|$)|(?<mark>-)-|[0-9]{1,9}(?<mark>[.)])(?:\s|$))")]
    private static partial Regex BareMarker();

    [GeneratedRegex(@"^&(?:#|[A-Za-z][A-Za-z0-9]{0,40};)")]
    private static partial Regex Entity();
}
