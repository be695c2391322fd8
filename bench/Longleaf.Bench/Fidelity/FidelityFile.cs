using System.Reflection;
using System.Text.Json;

namespace Longleaf.Bench.Fidelity;

/// <summary>A document whose text is known.</summary>
/// <param name="Group">What it is counted with: the format, PDFs in three groups.</param>
/// <param name="Path">The document, below the corpus.</param>
/// <param name="Truth">The file with its text, below the corpus; <c>xhtml</c> for a book whose own files are its text.</param>
internal sealed record FidelityFile(string Group, string Path, string Truth)
{
    /// <summary>Those of <c>files.tsv</c>: every document of the corpus whose truth is its text. Scans and truths about something else are left out.</summary>
    public static IReadOnlyList<FidelityFile> All()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("fidelity-files.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(columns => new FidelityFile(columns[0], columns[1], columns[2]))];
    }

    /// <summary>Where the document is.</summary>
    public string FullPath => BenchData.Path(["corpus", .. Path.Split('/')]);

    /// <summary>The text that it should have.</summary>
    public string ReadTruth()
    {
        if (Truth == "xhtml")
        {
            return EpubSource.TextOf(FullPath) ?? throw new InvalidDataException($"{Path} is not well-formed: it has no truth.");
        }

        var text = File.ReadAllText(BenchData.Path(["corpus", .. Truth.Split('/')]));
        return System.IO.Path.GetExtension(Truth) switch
        {
            ".native" => PandocTree.TextOf(text),
            ".json" => Records(text),
            _ => text,
        };
    }

    // Rows as objects: the columns' names, then every row's values.
    private static string Records(string json)
    {
        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.EnumerateArray().ToList();
        var names = rows.Count == 0 ? [] : rows[0].EnumerateObject().Select(property => property.Name);
        return string.Join('\n', [string.Join(' ', names), .. rows.Select(row => string.Join(' ', row.EnumerateObject().Select(property => property.Value.ToString())))]);
    }
}
