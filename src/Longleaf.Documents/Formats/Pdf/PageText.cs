using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Text of pages that comes without places.</summary>
internal static partial class PageText
{
    /// <summary>Paragraphs of a page as <c>pdftotext</c> prints it: empty lines between them, lines joined.</summary>
    public static IEnumerable<string> Paragraphs(string? page)
    {
        var text = new StringBuilder();
        foreach (var line in (page ?? "").Split('\n').Select(line => line.Trim()))
        {
            if (line.Length > 0)
            {
                LineJoin.Append(text, line);
            }
            else if (text.Length > 0)
            {
                yield return WithoutLeaders(text.ToString());
                text.Clear();
            }
        }

        if (text.Length > 0)
        {
            yield return WithoutLeaders(text.ToString());
        }
    }

    /// <summary>The dots between a title and its page number made three.</summary>
    public static string WithoutLeaders(string text) =>
        text.Contains("....", StringComparison.Ordinal) || text.Contains(". . . .", StringComparison.Ordinal) || text.Contains("……", StringComparison.Ordinal)
            ? Leaders().Replace(text, " ... ")
            : text;

    [GeneratedRegex(@"\s*(?:(?:[.\u2026\u00B7]\s?){4,}|\u2026{3,}[.\u00B7]*)\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Leaders();
}
