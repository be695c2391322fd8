using System.Text;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Citations;

/// <summary>
/// Makes a document's words safe to set inside an answer's line: they read the same, and no link, image, HTML, heading,
/// list or table comes to life by them, whatever the document holds.
/// </summary>
public static partial class QuotedText
{
    private const int LongestName = 60;
    private const int NameHead = 30;
    private const int NameTail = 26;

    /// <summary>The text as Markdown that shows it and does nothing.</summary>
    /// <param name="text">Canonical Markdown of a document, of any length; marks are taken off, blanks joined.</param>
    public static string Inert(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // A backtick beside a code span of ours would pair with it, escaped or not, depending on who renders.
        return Escape(Plain(text).Replace('`', '\''));
    }

    /// <summary>A name, such as a file's, exactly as it is, as Markdown that does nothing; a very long one shortened in its middle.</summary>
    /// <param name="name">The name, of any length.</param>
    public static string FileName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var line = Blanks().Replace(name, " ").Trim();
        if (line.Length > LongestName)
        {
            var (head, tail) = (NameHead, line.Length - NameTail);
            head -= char.IsHighSurrogate(line[head - 1]) ? 1 : 0;
            tail += char.IsLowSurrogate(line[tail]) ? 1 : 0;
            line = string.Concat(line.AsSpan(0, head), "…", line.AsSpan(tail));
        }

        return Escape(line.Replace('`', '\''));
    }

    /// <summary>The words alone: emphasis, code marks, link targets, images' paths and Markdown's own escapes taken off, blanks joined.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = LineBreak().Replace(text, " ");
        plain = Link().Replace(plain, "${label}");
        plain = Strong().Replace(plain, "${inner}");
        plain = Emphasis().Replace(plain, "${inner}");
        plain = CodeSpan().Replace(plain, "${inner}");
        plain = EscapedMark().Replace(plain, "$1");
        return Blanks().Replace(plain, " ").Trim();
    }

    private static string Escape(string plain)
    {
        var markdown = new StringBuilder(plain.Length + 16);
        var last = 0;
        foreach (var match in Address().EnumerateMatches(plain))
        {
            MarkdownEscapes.Append(markdown, plain.AsSpan(last, match.Index - last));

            // In a code span nothing is read as a link, and the address can still be copied.
            markdown.Append('`').Append(plain.AsSpan(match.Index, match.Length)).Append('`');
            last = match.Index + match.Length;
        }

        MarkdownEscapes.Append(markdown, plain.AsSpan(last));
        return MarkdownEscapes.Lead(markdown.ToString());
    }

    [GeneratedRegex(@"<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"!?(?<!\\)\[(?<label>[^\[\]\n]{0,400})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+""[^""\n]{0,200}"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)(?<mark>\*\*|__|~~)(?=\S)(?<inner>[^*_~\n]{1,1000}?)(?<=\S)\k<mark>")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w\\*])\*(?=[^\s*])(?<inner>[^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<!\\)`+(?<inner>[^`\n]{1,1000})`+")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex EscapedMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // What Markdown renderers turn into links without any mark: schemes, www., and e-mail addresses.
    [GeneratedRegex(@"(?:[A-Za-z][A-Za-z0-9+.\-]{0,30}://|www\.|(?:mailto|tel):(?=\S))[^\s`<>|\\，。；）】」]*|[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
