using System.Globalization;
using System.Text;

namespace Longleaf.Bench.Texts;

/// <summary>A large text file of one format, written from the haystacks and the same every time.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="FileName">The name that it is read under.</param>
/// <param name="Write">Writes about so many characters' worth of records from some paragraphs, called until the file is long enough.</param>
internal sealed record TextSample(string Name, string FileName, Action<StreamWriter, string[]> Write)
{
    /// <summary>The samples.</summary>
    public static IReadOnlyList<TextSample> All { get; } =
    [
        new("txt ascii", "novels.txt", static (writer, paragraphs) => WriteText(writer, paragraphs)),
        new("txt chinese", "classics.txt", static (writer, paragraphs) => WriteText(writer, paragraphs)),
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
        var texts = BenchData.Haystack(IsChinese ? "haystack-zh" : "haystack-en").Select(entry => Paragraphs(entry.Text, ascii: !IsChinese)).ToList();
        for (var index = 0; file.Position < bytes; index++)
        {
            Write(writer, texts[index % texts.Count]);
        }
    }

    private static string[] Paragraphs(string text, bool ascii)
    {
        var clean = text.ReplaceLineEndings("\n");
        return [.. (ascii ? string.Concat(clean.Where(char.IsAscii)) : clean).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static void WriteText(StreamWriter writer, string[] paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            writer.WriteLine(paragraph);
            writer.WriteLine();
        }
    }

    // A ledger: number, date, amount, a name, two short codes and a quoted sentence.
    private static void WriteRows(StreamWriter writer, string[] paragraphs)
    {
        if (writer.BaseStream.Position == 0)
        {
            writer.WriteLine("id,date,amount,keeper,code,state,remark");
        }

        for (var row = 0; row < 20_000; row++)
        {
            var remark = paragraphs[row % paragraphs.Length].ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},2024-{1 + (row % 12):00}-{1 + (row % 28):00},{row * 37L % 1_000_000 / 100.0:0.00},Keeper {row % 500},A{row % 97:00}-{row % 13},{(row % 3 == 0 ? "open" : "closed")},\"{remark[..Math.Min(remark.Length, 40)]}\""));
        }
    }

    private static void WriteObjects(StreamWriter writer, string[] paragraphs)
    {
        for (var index = 0; index < paragraphs.Length; index++)
        {
            var text = System.Text.Json.JsonEncodedText.Encode(paragraphs[index]);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{{\"id\": {index}, \"score\": {index % 1000 / 7.0}, \"tags\": [\"novel\", \"page {index % 300}\"], \"text\": \"{text}\"}}"));
        }
    }

    private static void WriteMarkdown(StreamWriter writer, string[] paragraphs)
    {
        for (var index = 0; index < paragraphs.Length; index++)
        {
            if (index % 20 == 0)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(index % 100 == 0 ? "#" : "##")} Part {index / 20}\n"));
                writer.WriteLine("| item | count |\n| --- | ---: |\n| lamp | 2 |\n| wick | 40 |\n");
                writer.WriteLine("- oil\n- *wicks*\n  - of `cotton`\n");
            }

            writer.WriteLine(paragraphs[index]);
            writer.WriteLine();
        }
    }
}
