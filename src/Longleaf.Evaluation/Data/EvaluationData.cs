using System.IO.Compression;

namespace Longleaf.Evaluation.Data;

/// <summary>The folder of question sets and haystacks that is measured with; not part of the project.</summary>
/// <param name="root">The folder that holds <c>qa</c>.</param>
public sealed class EvaluationData(string root)
{
    /// <summary>The variable of the environment that names the folder.</summary>
    public const string Variable = "LONGLEAF_TESTDATA";

    /// <summary>The folder that is named, else the one of the environment, else <c>shared</c> beside the project's.</summary>
    /// <param name="named">What the user named; <see langword="null"/> for nothing.</param>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static EvaluationData Find(string? named = null)
    {
        foreach (var candidate in (string?[])[named, Environment.GetEnvironmentVariable(Variable), BesideProject()])
        {
            if (!string.IsNullOrEmpty(candidate))
            {
                return Directory.Exists(System.IO.Path.Combine(candidate, "qa"))
                    ? new EvaluationData(System.IO.Path.GetFullPath(candidate))
                    : throw new DirectoryNotFoundException($"There is no folder qa in {candidate}: --data or {Variable} is to name the folder that has it.");
            }
        }

        throw new DirectoryNotFoundException($"There are no question sets: name the folder that holds qa by --data, or by {Variable}.");
    }

    /// <summary>A file or folder of it.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([root, .. parts]);

    /// <summary>The texts of a haystack, by file name without <c>.gz</c>, in the order of the names.</summary>
    public IEnumerable<(string Name, string Text)> Haystack(string name)
    {
        foreach (var path in Directory.EnumerateFiles(Path("qa", name), "*.gz").Order(StringComparer.Ordinal))
        {
            using var reader = Open(path);
            yield return (System.IO.Path.GetFileNameWithoutExtension(path), reader.ReadToEnd());
        }
    }

    /// <summary>The lines of a file that may be compressed.</summary>
    internal IEnumerable<string> Lines(params string[] parts)
    {
        using var reader = Open(Path(parts));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static string? BesideProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "..", "shared");
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Longleaf.slnx")) && Directory.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
