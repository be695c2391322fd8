using System.IO.Compression;
using System.Text.Json;
using Longleaf.Documents;
using Longleaf.Tests;

namespace Longleaf.Reading.Tests.Extractive.Exact;

/// <summary>Thousands of keys that look alike, however their pairs are written down.</summary>
public sealed class KeyValueTests
{
    public static TheoryData<string, string> Forms => new()
    {
        { "\"{0}\": \"{1}\", ", "Extract the value corresponding to the specified key in the JSON object below. Key: \"{0}\"" },
        { "\"{0}\": \"{1}\",\n", "What is the value for {0}?" },
        { "{0}={1}\n", "键“{0}”对应的值是什么？" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_key_has_its_own_value(string pair, string question)
    {
        var pairs = Pairs().Take(40).SelectMany(pairs => pairs).ToArray();
        var text = string.Concat(pairs.Select(entry => string.Format(System.Globalization.CultureInfo.InvariantCulture, pair, entry.Key, entry.Value)));
        var document = ReadableDocument.FromBlocks("file-fe-kv", "pairs.txt", new DocumentInfo { Format = DocumentFormat.PlainText }, [new Block { Kind = BlockKind.Paragraph, Text = text.TrimEnd() }]);
        foreach (var (key, value) in pairs.Where((_, i) => i % 97 == 5))
        {
            var answer = await Asking.AskAsync([document], string.Format(System.Globalization.CultureInfo.InvariantCulture, question, key));

            Assert.StartsWith($"**{value}**", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("What is the access code of Stone Point?", "77120")]
    [InlineData("What are the access codes for Maple Point and Iron Point?", "66120")]
    [InlineData("What is the value of timeout_seconds?", "30")]
    [InlineData("What is server.host?", "db01.example.org")]
    [InlineData("What is the build number of release 4.3?", "9107")]
    public async Task Tables_settings_and_sentences_give_what_belongs_to_the_name(string question, string value)
    {
        var document = MarkdownBlocks.Document("notes.md", """
            # Access codes

            | Site | Access code | Keeper |
            | --- | --- | --- |
            | Maple Point | 48213 | Ann Lee |
            | Stone Point | 77120 | Bo Ray |
            | Iron Point | 66120 | Cy Fox |

            ## Settings

            max_retries = 7
            timeout_seconds = 30
            server.host = db01.example.org

            The build number of release 4.2 is 9001. The build number of release 4.3 is 9107.
            """);

        Assert.Contains($"**{value}**", (await Asking.AskAsync([document], question)).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>[]> Pairs()
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(TestData.Path("qa", "kv", "kv75.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return [.. row.RootElement.GetProperty("ordered_kv_records").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))];
        }
    }
}
