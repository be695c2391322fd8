using System.Globalization;

namespace Longleaf.Bench.Reports;

/// <summary>A row of a report that <c>longleaf parse DIR --report</c> wrote.</summary>
/// <param name="Folder">The first folder of the path: in the corpus, the format.</param>
/// <param name="State"><c>processed</c> or <c>error</c>.</param>
/// <param name="Reason">Why there is no text, numbers as N.</param>
/// <param name="Seconds">From request to last event.</param>
/// <param name="PeakMegabytes">The reader's peak.</param>
/// <param name="Warnings">What was left out, numbers as N.</param>
internal sealed record ReportRow(string Folder, string State, string Reason, double Seconds, double PeakMegabytes, IReadOnlyList<string> Warnings)
{
    /// <summary>The rows of a report.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IEnumerable<ReportRow> Read(string path)
    {
        var lines = File.ReadLines(path);
        if (lines.FirstOrDefault()?.StartsWith("path\tstate\treason\t", StringComparison.Ordinal) != true)
        {
            throw new InvalidDataException("This is no report of `longleaf parse DIR --report`.");
        }

        return lines.Skip(1).Select(line => line.Split('\t')).Select(cells => new ReportRow(
            cells[0].Contains('/', StringComparison.Ordinal) ? cells[0][..cells[0].IndexOf('/', StringComparison.Ordinal)] : ".",
            cells[1],
            WithoutNumbers(cells[2]),
            double.Parse(cells[6], CultureInfo.InvariantCulture),
            double.Parse(cells[7], CultureInfo.InvariantCulture),
            cells[8].Length == 0 ? [] : [.. cells[8].Split(" | ").Select(WithoutNumbers)]));
    }

    private static string WithoutNumbers(string sentence) =>
        string.Join(' ', sentence.Split(' ').Select(word => word.Length > 0 && char.IsAsciiDigit(word[0]) ? "N" + word.TrimStart("0123456789,.".ToCharArray()) : word));
}
