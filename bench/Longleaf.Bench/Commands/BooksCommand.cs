using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Books;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>books</c>: EPUB and MOBI, from file to canonical text through isolation, beside the peers that are installed.</summary>
internal static class BooksCommand
{
    private static readonly string[] Defaults =
    [
        "large/moby-dick.epub", "epub/IDPF+epub3-samples/30__childrens-literature____childrens-literature.epub", "mobi/_calibre-generated/moby-dick.new.mobi",
        "mobi/_calibre-generated/indexing-for-eds-and-auths-3f.old.mobi", "mobi/_calibre-generated/kusamakura-japanese-vertical-writing.both.mobi",
        "mobi/bfabiszewski+libmobi/tests__samples__sample-unicode-huffdic.mobi",
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILES") { Description = "Books; those of the test data if none is given.", Arity = ArgumentArity.ZeroOrMore };
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the median counts.", DefaultValueFactory = _ => 3 };
        var command = new Command("books", "How fast books are read, from file to canonical text through isolation; peers in the same run.") { files, rounds };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(files) ?? [], parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] named, int rounds, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 1, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        try
        {
            Console.WriteLine($"{"book",-64} {"longleaf",9} {string.Join(' ', BookPeer.All.Select(peer => $"{peer.Name,14}"))}   seconds; a fresh reader that waits, whole process of the peers");
            foreach (var book in named.Length > 0 ? named : [.. Defaults.Select(name => BenchData.Path(["corpus", .. name.Split('/')]))])
            {
                var own = await MedianAsync(rounds, () => ReadAsync(reader, book, cancellationToken));
                var peers = new List<string>();
                foreach (var peer in BookPeer.All)
                {
                    var time = await MedianAsync(rounds, () => peer.MeasureAsync(book, folder.FullName, cancellationToken));
                    peers.Add(time is { } seconds && own is { } ours ? $"{seconds.TotalSeconds,7:0.00} {seconds / ours,5:0.0}x" : $"{"-",14}");
                }

                Console.WriteLine($"{Path.GetFileName(book),-64} {own?.TotalSeconds,9:0.000} {string.Join(' ', peers)}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<TimeSpan?> MedianAsync(int rounds, Func<Task<TimeSpan?>> measure)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            if (await measure() is not { } time)
            {
                return null;
            }

            times.Add(time);
        }

        return Median.Of(times);
    }

    private static async Task<TimeSpan?> ReadAsync(IsolatedDocumentReader reader, string book, CancellationToken cancellationToken)
    {
        // A reader is started while the last one is put away: what is measured is one that waits.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        var clock = Stopwatch.StartNew();
        return await BenchReader.ReadAsync(reader, book, owner: null, memory: null, cancellationToken) is ReaderEvent.Completed ? clock.Elapsed : null;
    }
}
