using Longleaf.Evaluation.Data;

namespace Longleaf.Bench;

/// <summary>The question sets and haystacks that are measured with; not part of the project.</summary>
internal static class BenchData
{
    /// <summary>A file or folder of it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no test data.</exception>
    public static string Path(params string[] parts) => EvaluationData.Find().Path(parts);

    /// <summary>Real documents of a format, spread over all there are, always the same ones.</summary>
    /// <param name="format">The format.</param>
    /// <param name="maxBytes">The largest.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> Files(string format, long maxBytes, int count)
    {
        var all = Directory.EnumerateFiles(Path("corpus", format), "*." + format, SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length is var length && length > 0 && length <= maxBytes)
            .Order(StringComparer.Ordinal).ToList();
        return [.. Enumerable.Range(0, Math.Min(count, all.Count)).Select(index => all[(int)((long)index * all.Count / Math.Min(count, all.Count))])];
    }

    /// <summary>The texts of a haystack, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Haystack(string name) => EvaluationData.Find().Haystack(name);
}
