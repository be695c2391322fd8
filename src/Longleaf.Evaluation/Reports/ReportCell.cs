using System.Globalization;

namespace Longleaf.Evaluation.Reports;

/// <summary>A cell of a table: what people read, and the number behind it.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">The number; <see langword="null"/> where there is none.</param>
public readonly record struct ReportCell(string Text, double? Value)
{
    /// <summary>Nothing was measured.</summary>
    public static ReportCell None { get; } = new("-", null);

    /// <summary>Words.</summary>
    public static ReportCell Of(string text) => new(text, null);

    /// <summary>A count.</summary>
    public static ReportCell Count(long count) => new(count.ToString("N0", CultureInfo.InvariantCulture), count);

    /// <summary>A share from 0 to 1, three decimals; nothing of nothing is no share.</summary>
    public static ReportCell Share(double part, double whole) => whole == 0 ? None : Share(part / whole);

    /// <summary>A share from 0 to 1, three decimals.</summary>
    public static ReportCell Share(double share) => new(share.ToString("0.000", CultureInfo.InvariantCulture), share);

    /// <summary>A score from 0 to 100, two decimals.</summary>
    public static ReportCell Score(double score) => new(score.ToString("0.00", CultureInfo.InvariantCulture), score);

    /// <summary>Milliseconds.</summary>
    public static ReportCell Milliseconds(double milliseconds) => new(milliseconds.ToString(milliseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture), milliseconds);

    /// <summary>The median of milliseconds; nothing of none.</summary>
    public static ReportCell Median(IEnumerable<double> milliseconds)
    {
        double[] ordered = [.. milliseconds.Order()];
        return ordered.Length == 0 ? None : Milliseconds(ordered[ordered.Length / 2]);
    }
}
