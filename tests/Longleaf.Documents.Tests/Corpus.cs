using Longleaf.Tests;

namespace Longleaf.Documents.Tests;

/// <summary>The real documents, as their manifest lists them.</summary>
internal static class Corpus
{
    /// <summary>The files of a format.</summary>
    public static IReadOnlyList<CorpusFile> Files(string format)
    {
        var root = TestData.Path("corpus");
        return [.. System.IO.File.ReadLines(Path.Combine(root, "MANIFEST.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(columns => columns[1] == format)
            .Select(columns => new CorpusFile(Path.Combine(root, columns[0]), columns[2], columns[4], columns[5]))];
    }

    /// <summary>The path of the one file of a format whose name ends so.</summary>
    public static string File(string format, string name) =>
        Files(format).Single(file => file.FullPath.EndsWith(name, StringComparison.Ordinal)).FullPath;

    /// <summary>About so many files, evenly over the sources that they come from, the same ones every time.</summary>
    public static IReadOnlyList<CorpusFile> Sample(string format, int count) =>
        [.. Files(format)
            .GroupBy(file => file.Source.Split(':')[0])
            .SelectMany(source => source.Select((file, index) => (File: file, Place: (index + 0.5) / source.Count())))
            .OrderBy(entry => Math.Abs((entry.Place * 7.31) % 1 - 0.5))
            .ThenBy(entry => entry.File.FullPath, StringComparer.Ordinal)
            .Take(count)
            .Select(entry => entry.File)];

    /// <summary>The text that a file's own project expects, if the manifest names one.</summary>
    public static string? TruthOf(CorpusFile file, string extension) =>
        file.Truth.Split(" ; ").Where(path => path.EndsWith(extension, StringComparison.Ordinal))
            .Select(path => TestData.Path("corpus", path))
            .Where(System.IO.File.Exists)
            .Select(System.IO.File.ReadAllText)
            .FirstOrDefault();
}
