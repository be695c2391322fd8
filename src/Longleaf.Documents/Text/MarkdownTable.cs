namespace Longleaf.Documents.Text;

/// <summary>GitHub-flavoured Markdown tables.</summary>
internal static class MarkdownTable
{
    /// <summary>A cell's text on one line: blanks and line ends made one blank, bars escaped.</summary>
    public static string Cell(string text)
    {
        var line = CleanText.OfLine(text);
        return line.Contains('|', StringComparison.Ordinal) ? line.Replace("|", @"\|", StringComparison.Ordinal) : line;
    }
}
