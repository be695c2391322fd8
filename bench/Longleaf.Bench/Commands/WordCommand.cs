using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Books;
using Longleaf.Bench.Samples;
using Longleaf.Bench.Word;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>word</c>: large Word documents through isolation, pictures aside, which the peers do not read; the OpenXml SDK's forward reader and pandoc in the same run.</summary>
internal static class WordCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var documents = new Argument<string[]>("documents") { Description = "Documents to read; without any, the handbook of the corpus and three novels.", Arity = ArgumentArity.ZeroOrMore };
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the median counts.", DefaultValueFactory = _ => 5 };
        var peer = new Option<string>("--peer") { Description = "Read one document with the OpenXml SDK, in this process.", Hidden = true };
        var command = new Command("word", "How fast Word documents are read, beside the OpenXml SDK and pandoc.") { documents, rounds, peer };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(peer) is { } path
            ? Task.FromResult(OpenXmlPeer.Read(path))
            : RunAsync(parsed.GetValue(documents) ?? [], parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] named, int rounds, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartWithoutToolsAsync(waiting: 1, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        try
        {
            Console.WriteLine($"{"document",-28} {"file MB",8} {"longleaf s",10} {"SDK s",7} {"times",6} {"pandoc s",9} {"times",6}   a fresh reader that waits; whole process of the peers");
            foreach (var document in named.Length > 0 ? named : Samples(folder.FullName))
            {
                List<TimeSpan> own = [], sdk = [], pandoc = [];
                for (var round = 0; round < rounds; round++)
                {
                    sdk.Add(await OpenXmlPeer.MeasureAsync(document, cancellationToken));
                    own.Add(await ReadAsync(reader, document, cancellationToken));
                    if (await BookPeer.All.First(peer => peer.Name == "pandoc").MeasureAsync(document, folder.FullName, cancellationToken) is { } time)
                    {
                        pandoc.Add(time);
                    }
                }

                var (ours, theirs) = (Median.Of(own), Median.Of(sdk));
                Console.WriteLine(
                    $"{Path.GetFileName(document),-28} {new FileInfo(document).Length / 1e6,8:0.0} {ours.TotalSeconds,10:0.000} {theirs.TotalSeconds,7:0.00} {theirs / ours,6:0.0} "
                    + (pandoc.Count == 0 ? "not installed" : $"{Median.Of(pandoc).TotalSeconds,9:0.00} {Median.Of(pandoc) / ours,6:0.0}"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static string[] Samples(string folder)
    {
        var novels = Path.Combine(folder, "three-novels.docx");
        WordSamples.WriteNovels(novels);
        return [BenchData.Path("corpus", "large", "handbook-872p.docx"), novels];
    }

    private static async Task<TimeSpan> ReadAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        // A reader is started while the last one is put away, on a loaded machine slowly: what is measured is one that waits.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var clock = Stopwatch.StartNew();
        return await BenchReader.ReadAsync(reader, path, owner: null, memory: null, cancellationToken) is ReaderEvent.Failed { Failure: var failure }
            ? throw new InvalidOperationException(failure.Reason)
            : clock.Elapsed;
    }
}
