using System.Text;

namespace Longleaf.Bench.Scans;

/// <summary>How much of a text was found, over characters or words without their order, and over runs of three.</summary>
internal static class TextCount
{
    /// <summary>The ideographs of a text.</summary>
    public static List<string> Ideographs(string text) => [.. text.Where(unit => unit is >= '\u3400' and <= '\u9FFF').Select(unit => unit.ToString())];

    /// <summary>The letters and digits of a text, whatever their width.</summary>
    public static List<string> Letters(string text) =>
        [.. Narrow(text).Where(char.IsLetterOrDigit).Select(unit => unit.ToString())];

    /// <summary>The words of a text.</summary>
    public static List<string> Words(string text) =>
        [.. new string([.. text.Select(unit => char.IsLetterOrDigit(unit) ? char.ToUpperInvariant(unit) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Every three that follow each other.</summary>
    public static List<string> Triples(List<string> units) =>
        [.. Enumerable.Range(0, Math.Max(0, units.Count - 2)).Select(index => string.Join(' ', units.GetRange(index, 3)))];

    /// <summary>How many of the truth were found, and how many of those found are of the truth, in percent.</summary>
    public static (double Recall, double Precision) Compare(List<string> found, List<string> truth)
    {
        var counts = truth.GroupBy(unit => unit).ToDictionary(group => group.Key, group => group.Count());
        var shared = 0;
        foreach (var unit in found)
        {
            if (counts.TryGetValue(unit, out var left) && left > 0)
            {
                counts[unit] = left - 1;
                shared++;
            }
        }

        return (100.0 * shared / Math.Max(1, truth.Count), 100.0 * shared / Math.Max(1, found.Count));
    }

    /// <summary>The harmonic mean of both.</summary>
    public static double F1(List<string> found, List<string> truth)
    {
        var (recall, precision) = Compare(found, truth);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    // Fullwidth forms stand at a fixed distance from ASCII.
    private static string Narrow(string text) =>
        new StringBuilder(text.Length).Append([.. text.Select(unit => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit)]).ToString();
}
