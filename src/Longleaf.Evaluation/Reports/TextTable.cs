using System.Text;

namespace Longleaf.Evaluation.Reports;

/// <summary>Writes a table for a terminal, columns aligned.</summary>
public static class TextTable
{
    /// <summary>The table's lines, its title first.</summary>
    public static string Write(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] widths = [.. table.Columns.Select((name, column) => table.Rows.Select(row => Width(row[column].Text)).Append(Width(name)).Max())];
        bool[] areNumbers = [.. table.Columns.Select((_, column) => table.Rows.Any(row => row[column].Value is not null))];
        var text = new StringBuilder(table.Title).AppendLine();
        AppendRow(text, [.. table.Columns.Select(ReportCell.Of)], widths, areNumbers);
        foreach (var row in table.Rows)
        {
            AppendRow(text, row, widths, areNumbers);
        }

        return table.Note.Length > 0 ? text.AppendLine(table.Note).ToString() : text.ToString();
    }

    /// <summary>Columns that a text takes on a terminal: ideographs take two.</summary>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Sum(unit => unit is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' ? 2 : 1);
    }

    // Words stand left, numbers right.
    private static void AppendRow(StringBuilder text, IReadOnlyList<ReportCell> row, int[] widths, bool[] areNumbers)
    {
        var line = new StringBuilder();
        for (var column = 0; column < row.Count; column++)
        {
            var blanks = new string(' ', widths[column] - Width(row[column].Text));
            line.Append(column > 0 ? "  " : "").Append(areNumbers[column] ? blanks : "").Append(row[column].Text).Append(areNumbers[column] ? "" : blanks);
        }

        text.AppendLine(line.ToString().TrimEnd());
    }
}
