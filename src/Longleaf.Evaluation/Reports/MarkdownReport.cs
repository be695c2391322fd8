using System.Text;

namespace Longleaf.Evaluation.Reports;

/// <summary>Writes a report as Markdown.</summary>
public static class MarkdownReport
{
    /// <summary>The report: settings in a line, then the tables.</summary>
    /// <param name="report">The report.</param>
    /// <param name="pictures">Paths of the heat maps' pictures, as they are to be linked; empty if they were not written.</param>
    public static string Write(EvaluationReport report, IReadOnlyList<string> pictures)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(pictures);
        var text = new StringBuilder();
        text.Append("# Evaluation: ").AppendLine(report.Suite).AppendLine();
        text.AppendJoin(", ", report.Settings.Select(setting => $"{setting.Name} {setting.Value}")).AppendLine(".");
        foreach (var table in report.Tables)
        {
            Append(text, table);
        }

        for (var i = 0; i < report.HeatMaps.Count; i++)
        {
            Append(text, report.HeatMaps[i].ToTable());
            if (i < pictures.Count)
            {
                text.AppendLine().AppendLine($"![{report.HeatMaps[i].Title}]({pictures[i]})");
            }
        }

        return text.ToString();
    }

    /// <summary>What was missed, for those who mend it.</summary>
    public static string WriteMissed(IReadOnlyList<MissedQuestion> missed)
    {
        ArgumentNullException.ThrowIfNull(missed);
        var text = new StringBuilder();
        foreach (var miss in missed)
        {
            text.AppendLine($"[{miss.Task}] {miss.Verdict}: {OneLine(miss.Question)}");
            text.AppendLine($"    wanted: {OneLine(miss.Expected)}");
            text.AppendLine(miss.Source.Length > 0 ? $"    stands: {OneLine(miss.Source)}" : "    stands: (not known)");
            text.AppendLine($"    answer: {OneLine(miss.Answer)}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportTable table)
    {
        text.AppendLine().Append("## ").AppendLine(table.Title).AppendLine();
        text.Append("| ").AppendJoin(" | ", table.Columns).AppendLine(" |");
        text.Append('|').Insert(text.Length, "---|", table.Columns.Count).AppendLine();
        foreach (var row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))).AppendLine(" |");
        }

        if (table.Note.Length > 0)
        {
            text.AppendLine().AppendLine(table.Note);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ⏎ ");
}
