using Longleaf.Evaluation.Reports;

namespace Longleaf.Server.Commands.Evaluation;

/// <summary>Writes what was measured: tables to standard output, and files where they are asked for.</summary>
/// <param name="json">All figures as JSON.</param>
/// <param name="report">Tables as Markdown, heat maps beside it.</param>
/// <param name="missed">What was missed.</param>
internal sealed class EvalOutput(FileInfo? json, FileInfo? report, FileInfo? missed)
{
    /// <summary>Writes all of it.</summary>
    public async Task WriteAsync(EvaluationReport measured, CancellationToken cancellationToken)
    {
        foreach (var table in measured.Tables.Concat(measured.HeatMaps.Select(map => map.ToTable())))
        {
            await Console.Out.WriteLineAsync(TextTable.Write(table));
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonReport.Write(measured), cancellationToken);
        }

        if (missed is not null)
        {
            await File.WriteAllTextAsync(missed.FullName, MarkdownReport.WriteMissed(measured.Missed), cancellationToken);
        }

        if (report is not null)
        {
            await WriteReportAsync(measured, report, cancellationToken);
        }
    }

    private static async Task WriteReportAsync(EvaluationReport measured, FileInfo report, CancellationToken cancellationToken)
    {
        var pictures = new List<string>();
        foreach (var map in measured.HeatMaps)
        {
            pictures.Add($"{Path.GetFileNameWithoutExtension(report.Name)}-{pictures.Count + 1}.svg");
            await File.WriteAllTextAsync(Path.Combine(report.DirectoryName!, pictures[^1]), HeatMapPicture.Write(map), cancellationToken);
        }

        await File.WriteAllTextAsync(report.FullName, MarkdownReport.Write(measured, pictures), cancellationToken);
    }
}
