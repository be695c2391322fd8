using System.Globalization;
using System.Text;

namespace Longleaf.Bench.Texts;

/// <summary>A large text file of one format, written from the haystacks and the same every time.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="FileName">The name that it is read under.</param>
/// <param name="Write">Writes what it makes of one text; called until the file is long enough.</param>
internal sealed record TextSample(string Name, string FileName, Action<StreamWriter, string> Write)
{
    /// <summary>The samples.</summary>
    public static IReadOnlyList<TextSample> All { get; } =
    [
        new("txt ascii", "novels.txt", static (writer, text) => writer.WriteLine(text)),
        new("txt chinese", "classics.txt", static (writer, text) => writer.WriteLine(text)),
        new("csv", "ledger.csv", WriteRows),
        new("json lines", "records.jsonl", WriteObjects),
        new("md", "manual.md", WriteMarkdown),
    ];

    private bool IsChinese => FileName == "classics.txt";

    /// <summary>Writes it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="bytes">How long at least.</param>
    public void Create(string path, long bytes)
    {
        using var file = File.Create(path);
        using var writer = new StreamWriter(file, new UTF8Encoding(false), 64 * 1024) { NewLine = "\n" };
        var texts = BenchData.Haystack(IsChinese ? "haystack-zh" : "haystack-en").Select(entry => IsChinese ? entry.Text : string.Concat(entry.Text.Where(char.IsAscii))).ToList();
        for (var index = 0; file.Position < bytes; index++)
        {
            Write(writer, texts[index % texts.Count]);
        }
    }

    private static string[] Lines(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A ledger: number, date, amount, a name, two short codes and a quoted sentence.
    private static void WriteRows(StreamWriter writer, string text)
    {
        var lines = Lines(text);
        for (var row = 0; row < 20_000; row++)
        {
            var line = lines[row % lines.Length];
            var remark = line[..Math.Min(line.Length, 40)].Replace("\"", "\"\"", StringComparison.Ordinal);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},2024-{1 + (row % 12):00}-{1 + (row % 28):00},{row * 37L % 1_000_000 / 100.0:0.00},Keeper {row % 500},A{row % 97:00}-{row % 13},{(row % 3 == 0 ? "open" : "closed")},\"{remark}\""));
        }
    }

    private static void WriteObjects(StreamWriter writer, string text)
    {
        var lines = Lines(text);
        for (var index = 0; index < lines.Length; index++)
        {
            var line = System.Text.Json.JsonEncodedText.Encode(lines[index]);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{{\"id\": {index}, \"score\": {index % 1000 / 7.0}, \"tags\": [\"novel\", \"page {index % 300}\"], \"text\": \"{line}\"}}"));
        }
    }

    private static void WriteMarkdown(StreamWriter writer, string text)
    {
        var lines = Lines(text);
        for (var index = 0; index < lines.Length; index++)
        {
            if (index % 20 == 0)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(index % 100 == 0 ? "#" : "##")} Part {index / 20}\n"));
                writer.WriteLine("| item | count |\n| --- | ---: |\n| lamp | 2 |\n| wick | 40 |\n");
                writer.WriteLine("- oil\n- *wicks*\n  - of `cotton`\n");
            }

            writer.WriteLine(lines[index]);
            writer.WriteLine();
        }
    }
}
