using System.CommandLine;
using System.Globalization;
using Longleaf.Bench.Reports;

namespace Longleaf.Bench.Commands;

/// <summary><c>report</c>: the tables of docs/corpus-report.md, out of what <c>longleaf parse DIR --report</c> wrote.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("REPORT") { Description = "A report of `longleaf parse DIR --report`." };
        file.AcceptExistingOnly();
        var command = new Command("report", "Count the rows of a folder's report by folder and reason, as Markdown.") { file };
        command.SetAction(parsed => Run(ReportRow.Read(parsed.GetValue(file)!.FullName).ToList()));
        return command;
    }

    private static int Run(List<ReportRow> rows)
    {
        Console.WriteLine("## Files\n\n| folder | files | processed | error | seconds, median | longest | peak MB, median | highest |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var folder in rows.GroupBy(row => row.Folder).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteFiles(folder.Key, [.. folder]);
        }

        WriteFiles("all", rows);
        Console.WriteLine("\n## Reasons\n\n| folder | files | reason |\n|---|---:|---|");
        WriteCounts(rows.Where(row => row.State == "error").Select(row => (row.Folder, row.Reason)));
        Console.WriteLine("\n## Warnings\n\n| folder | files | warning |\n|---|---:|---|");
        WriteCounts(rows.SelectMany(row => row.Warnings.Distinct().Select(warning => (row.Folder, warning))));
        return 0;
    }

    private static void WriteFiles(string name, List<ReportRow> rows)
    {
        var processed = rows.Count(row => row.State == "processed");
        var seconds = rows.Select(row => row.Seconds).Order().ToList();
        var peaks = rows.Select(row => row.PeakMegabytes).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {rows.Count} | {processed} | {rows.Count - processed} | {seconds[seconds.Count / 2]:0.00} | {seconds[^1]:0.0} | {peaks[peaks.Count / 2]:0} | {peaks[^1]:0} |"));
    }

    private static void WriteCounts(IEnumerable<(string Folder, string Sentence)> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry)
            .OrderBy(group => group.Key.Folder, StringComparer.Ordinal).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Sentence, StringComparer.Ordinal))
        {
            Console.WriteLine($"| {group.Key.Folder} | {group.Count()} | {group.Key.Sentence} |");
        }
    }
}
