using System.Text;

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

    /// <summary>Whole rows, the first of them the header.</summary>
    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var table = new StringBuilder();
        for (var index = 0; index < rows.Count; index++)
        {
            table.Append(index == 0 ? "|" : "\n|");
            for (var column = 0; column < columns; column++)
            {
                table.Append(' ').Append(column < rows[index].Count ? Cell(rows[index][column]) : "").Append(" |");
            }

            if (index == 0)
            {
                table.Append("\n|").Insert(table.Length, " --- |", columns);
            }
        }

        return table.ToString();
    }
}
