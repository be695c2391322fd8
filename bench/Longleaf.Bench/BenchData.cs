using System.IO.Compression;

namespace Longleaf.Bench;

/// <summary>The question sets and haystacks that are measured with; not part of the project.</summary>
internal static class BenchData
{
    /// <summary>A file or folder of it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no test data.</exception>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    /// <summary>The texts of a haystack, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Haystack(string name)
    {
        foreach (var path in Directory.EnumerateFiles(Path("qa", name), "*.gz").Order(StringComparer.Ordinal))
        {
            yield return (System.IO.Path.GetFileNameWithoutExtension(path), ReadCompressed(path));
        }
    }

    /// <summary>The text of a gzip file.</summary>
    public static string ReadCompressed(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string Root()
    {
        var named = Environment.GetEnvironmentVariable("LONGLEAF_TESTDATA");
        if (!string.IsNullOrEmpty(named))
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "..", "shared");
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Longleaf.slnx")) && Directory.Exists(beside))
            {
                return beside;
            }
        }

        throw new DirectoryNotFoundException("No test data: set LONGLEAF_TESTDATA.");
    }
}
