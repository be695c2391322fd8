using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Samples;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>pdf</c>: large PDFs from file to canonical text and block map, through isolation; raw <c>pdftotext</c> in the same run.</summary>
internal static class PdfCommand
{
    private const string Owner = "bench";
    private const double Megabyte = 1_000_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILES") { Description = "PDFs; without any, those of the corpus's large ones and the samples.", Arity = ArgumentArity.ZeroOrMore };
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the best time and the highest peak count.", DefaultValueFactory = _ => 5 };
        var command = new Command("pdf", "How fast large PDFs are read, through isolation, and in how much memory; pdftotext in the same run.") { files, rounds };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(files) ?? [], parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] named, int rounds, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 1, cancellationToken);
        var paths = named.ToList();
        if (paths.Count == 0)
        {
            paths.AddRange(Directory.EnumerateFiles(BenchData.Path("corpus", "large"), "*.pdf").Order(StringComparer.Ordinal));
            foreach (var sample in PdfSamples.All)
            {
                paths.Add(await sample.MakeAsync(cancellationToken));
            }
        }

        Console.WriteLine($"{"file",-24} {"pages",6} {"pdftotext",10} {"reused",8} {"ratio",6} {"fresh",8} {"ratio",6} {"peak MB",8}   seconds, best of {rounds}; ratio: pages a second against pdftotext");
        var all = new Figures(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0);
        foreach (var path in paths)
        {
            if (await MeasureAsync(reader, path, rounds, cancellationToken) is { } figures)
            {
                all = all.Plus(figures);
                Console.WriteLine(Row(Path.GetFileName(path), figures));
            }
            else
            {
                Console.WriteLine($"{Path.GetFileName(path)}: not read");
            }
        }

        Console.WriteLine(Row("all", all));
        return 0;
    }

    private static string Row(string name, Figures figures) =>
        $"{name,-24} {figures.Pages,6} {figures.Peer.TotalSeconds,10:0.00} {figures.Reused.TotalSeconds,8:0.00} {figures.Peer / figures.Reused,6:0.00} "
        + $"{figures.Fresh.TotalSeconds,8:0.00} {figures.Peer / figures.Fresh,6:0.00} {figures.PeakBytes / Megabyte,8:0}";

    private static async Task<Figures?> MeasureAsync(IsolatedDocumentReader reader, string path, int rounds, CancellationToken cancellationToken)
    {
        Figures? best = null;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await SystemProgram.RunAsync("pdftotext", ["-q", path, "/dev/null"], cancellationToken);
            var peer = clock.Elapsed;

            // A reader is started while the last one is put away: what is measured is one that waits.
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            var memory = new ReaderMemory();
            clock.Restart();
            var end = await BenchReader.ReadAsync(reader, path, owner: null, memory, cancellationToken);
            var fresh = clock.Elapsed;

            clock.Restart();
            await BenchReader.ReadAsync(reader, path, Owner, memory, cancellationToken);
            var reused = clock.Elapsed;
            if (end is not ReaderEvent.Completed { Info.Pages: { } pages })
            {
                return null;
            }

            var figures = new Figures(pages, peer, reused, fresh, memory.PeakBytes);
            best = best?.Best(figures) ?? figures;
        }

        return best;
    }

    private sealed record Figures(int Pages, TimeSpan Peer, TimeSpan Reused, TimeSpan Fresh, long PeakBytes)
    {
        public Figures Plus(Figures other) =>
            new(Pages + other.Pages, Peer + other.Peer, Reused + other.Reused, Fresh + other.Fresh, Math.Max(PeakBytes, other.PeakBytes));

        public Figures Best(Figures other) =>
            new(Pages, Least(Peer, other.Peer), Least(Reused, other.Reused), Least(Fresh, other.Fresh), Math.Max(PeakBytes, other.PeakBytes));

        private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }
}
