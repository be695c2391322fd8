using System.CommandLine;
using System.Globalization;
using System.Text;
using Longleaf.Bench.Fidelity;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Text;

namespace Longleaf.Bench.Commands;

/// <summary><c>fidelity</c>: how near the text read from documents is to their truth, beside the peers that are installed.</summary>
internal static class FidelityCommand
{
    private const int NameWidth = 56;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var group = new Option<string?>("--group") { Description = "Only groups that start so: pdf, pdf-rtl, docx, xlsx, epub, mobi, csv, md, txt." };
        var files = new Option<bool>("--files") { Description = "Show every file." };
        var save = new Option<DirectoryInfo?>("--save") { Description = "Write each file's truth, Longleaf's text and the peers' into this folder, to compare them." };
        var command = new Command("fidelity", "Token F1 and 3-gram F1 of the text of documents against their truth; peers in the same table.") { group, files, save };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(group) ?? "", parsed.GetValue(files), parsed.GetValue(save), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string only, bool showFiles, DirectoryInfo? folder, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 2, cancellationToken);
        Console.WriteLine("Token F1 / 3-gram F1 in percent, means over the files of a group; a file that a reader cannot read counts 0. (n): the files it read.");
        foreach (var group in FidelityFile.All().Where(file => file.Group.StartsWith(only, StringComparison.Ordinal)).GroupBy(file => file.Group))
        {
            FidelityPeer[] readers =
            [
                new("Longleaf", [], (path, stop) => ReadAsync(reader, path, stop)),
                .. FidelityPeer.All.Where(peer => peer.Reads(group.Key)),
            ];
            Console.WriteLine($"\n{$"{group.Key}, {group.Count()} files",-NameWidth} {string.Join(' ', readers.Select(entry => $"{entry.Name,17}"))}");
            var scores = readers.Select(_ => new List<(double Words, double Triples)?>()).ToArray();
            foreach (var file in group)
            {
                var truth = Nfc.Normalize(file.ReadTruth());
                Save(folder, file, "truth", truth);
                for (var index = 0; index < readers.Length; index++)
                {
                    var text = await readers[index].ReadAsync(file.FullPath, cancellationToken);
                    scores[index].Add(text is null ? null : TextScore.Of(Nfc.Normalize(text), truth));
                    Save(folder, file, readers[index].Name, text);
                }

                if (showFiles)
                {
                    Console.WriteLine($"{Name(file),-NameWidth} {string.Join(' ', scores.Select(list => Show([list[^1]])))}");
                }
            }

            Console.WriteLine($"{"mean",-NameWidth} {string.Join(' ', scores.Select(Show))}");
        }

        return 0;
    }

    private static string Name(FidelityFile file) => Path.GetFileName(file.Path) is { Length: > NameWidth } name ? name[^NameWidth..] : Path.GetFileName(file.Path);

    private static string Show(List<(double Words, double Triples)?> scores)
    {
        var read = scores.Count(score => score is not null);
        var mean = string.Create(
            CultureInfo.InvariantCulture, $"{scores.Average(score => score?.Words ?? 0):0.0}/{scores.Average(score => score?.Triples ?? 0):0.0}");
        return $"{(read == scores.Count ? mean : $"{mean} ({read})"),17}";
    }

    private static void Save(DirectoryInfo? folder, FidelityFile file, string who, string? text)
    {
        if (folder is not null)
        {
            folder.Create();
            File.WriteAllText(Path.Combine(folder.FullName, $"{Path.GetFileName(file.Path)}.{who.Replace(' ', '-')}.txt"), text ?? "");
        }
    }

    private static async Task<string?> ReadAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var canonical = new CanonicalTextWriter(text);
        await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), cancellationToken))
        {
            if (read is ReaderEvent.Read block)
            {
                canonical.Append(block.Block);
            }
            else if (read is ReaderEvent.Failed)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
