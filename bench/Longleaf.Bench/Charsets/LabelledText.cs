using System.Text;

namespace Longleaf.Bench.Charsets;

/// <summary>A text file of the corpus whose charset is known.</summary>
/// <param name="Path">The file.</param>
/// <param name="Label">The charset, as its source names it: a language may follow.</param>
internal sealed record LabelledText(string Path, string Label)
{
    /// <summary>The labelled files.</summary>
    public static IReadOnlyList<LabelledText> All()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return [.. File.ReadLines(BenchData.Path("corpus", "MANIFEST.tsv"))
            .Select(line => line.Split('\t'))
            .Where(columns => columns[1] == "txt" && columns[4].StartsWith("encoding ", StringComparison.Ordinal))
            .Select(columns => new LabelledText(BenchData.Path("corpus", columns[0]), columns[4]["encoding ".Length..]))];
    }

    /// <summary>The text as its label has it; <see langword="null"/> where .NET does not know the charset.</summary>
    public string? Text()
    {
        try
        {
            using var reader = new StreamReader(Path, Encoding.GetEncoding(DotNetName()), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private string DotNetName() => Label.ToUpperInvariant() switch
    {
        "MACCYRILLIC" => "x-mac-cyrillic",
        "CP949" => "ks_c_5601-1987",
        "CP932" => "shift_jis",
        "TIS-620" or "ISO-8859-11" => "windows-874",
        "UTF-8-SIG" => "utf-8",
        "UTF-16LE" => "utf-16",
        "UTF-16BE" => "utf-16BE",
        "UTF-32LE" => "utf-32",
        "UTF-32BE" => "utf-32BE",
        var upper when upper.StartsWith("ISO-8859-", StringComparison.Ordinal) => string.Join('-', upper.Split(' ')[0].Split('-').Take(3)),
        var upper when upper.StartsWith("WINDOWS-", StringComparison.Ordinal) => string.Join('-', upper.Split(' ')[0].Split('-').Take(2)),
        _ => Label,
    };
}
