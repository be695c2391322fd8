using System.Globalization;
using System.Text;

namespace Longleaf.Server.Commands.Reports;

/// <summary>What became of one file.</summary>
internal sealed record ReportRow
{
    /// <summary>The first line of a report.</summary>
    public const string Header = "path\tstate\treason\tpages\tcharacters\ttokens\tseconds\tpeak_mb\twarnings";

    private const double Megabyte = 1_000_000;

    public required string Path { get; init; }

    /// <summary>Why there is no text; <see langword="null"/> if there is.</summary>
    public string? Reason { get; init; }

    public int? Pages { get; init; }

    public long Characters { get; init; }

    public long Tokens { get; init; }

    public TimeSpan Time { get; init; }

    public long PeakBytes { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Escape(Path)}\t{(Reason is null ? "processed" : "error")}\t{Escape(Reason ?? "")}\t{Pages}\t{Characters}\t{Tokens}\t{Time.TotalSeconds:0.000}\t{PeakBytes / Megabyte:0.0}\t{Escape(string.Join(" | ", Warnings))}");

    // Whatever a program may take for the end of a line or a cell.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\\' => escaped.Append(@"\\"),
                '\t' => escaped.Append(@"\t"),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\u2028' or '\u2029' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ when char.IsControl(unit) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => escaped.Append(unit),
            };
        }

        return escaped.ToString();
    }
}
