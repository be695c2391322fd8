using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Isolation;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>isolation</c>: what it costs to read documents apart; in process, and by the same readers without cage, in the same run.</summary>
internal static class IsolationCommand
{
    private const int SmallBytes = 50 * 1024;
    private const int FilesPerFormat = 12;
    private static readonly string[] Formats = ["txt", "md", "csv", "json", "docx", "xlsx", "epub", "mobi", "pdf"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often everything is read; the best time of each counts.", DefaultValueFactory = _ => 3 };
        var files = new Option<int>("--files") { Description = "How many real PDFs for files a second.", DefaultValueFactory = _ => 200 };
        var command = new Command("isolation", "What it costs to read documents in processes apart: small files, many PDFs, large files, two at once.") { rounds, files };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(rounds), parsed.GetValue(files), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, int files, CancellationToken cancellationToken)
    {
        var workers = Environment.ProcessorCount;
        var deaths = new DeathCount();
        await using var caged = await BenchReader.StartAsync(workers, CageParts.All, deaths, cancellationToken);
        await using var bare = await BenchReader.StartAsync(workers, CageParts.None, new DeathCount(), cancellationToken);
        ReadingMode[] modes =
        [
            ReadingMode.InProcess, ReadingMode.Reused("reused", caged), ReadingMode.Fresh("fresh", caged), ReadingMode.Fresh("bare", bare),
        ];
        Console.WriteLine("reused: one process for one owner's documents; fresh: a process a document, which waits; bare: as fresh, without bwrap, prlimit and seccomp");
        await SmallFilesAsync(modes, deaths, rounds, cancellationToken);
        await ManyAsync(modes, deaths, files, rounds, cancellationToken);
        await LargeFilesAsync(modes, rounds, cancellationToken);
        return 0;
    }

    private static async Task SmallFilesAsync(ReadingMode[] modes, DeathCount deaths, int rounds, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\nsmall files (to 50 KB), a reader waiting: milliseconds, median and 95th percentile\n{"format",-7} {"files",5} {Header(modes, 15)}");
        var all = modes.ToDictionary(mode => mode, _ => new List<double>());
        foreach (var format in Formats)
        {
            var paths = await ReadableAsync(modes[1], deaths, BenchData.Files(format, SmallBytes, FilesPerFormat * 2), FilesPerFormat, cancellationToken);
            var columns = new List<string>();
            foreach (var mode in modes)
            {
                var times = new List<double>();
                foreach (var path in paths)
                {
                    var best = await BestAsync(rounds, () => mode.MeasureAsync(path, cancellationToken));
                    times.Add(best?.TotalMilliseconds ?? double.NaN);
                }

                all[mode].AddRange(times);
                columns.Add($"{Percentile(times, 0.5),7:0.0} {Percentile(times, 0.95),7:0.0}");
            }

            Console.WriteLine($"{format,-7} {paths.Count,5} {string.Join(' ', columns)}");
        }

        Console.WriteLine($"{"all",-7} {all[modes[0]].Count,5} {string.Join(' ', modes.Select(mode => $"{Percentile(all[mode], 0.5),7:0.0} {Percentile(all[mode], 0.95),7:0.0}"))}");
        foreach (var mode in modes.Skip(1))
        {
            var added = all[mode].Zip(all[modes[0]], (apart, here) => apart - here).ToList();
            Console.WriteLine($"added to in process by {mode.Name}: {Percentile(added, 0.5):0.0} ms p50, {Percentile(added, 0.95):0.0} ms p95");
        }

        var cage = all[modes[2]].Zip(all[modes[3]], (apart, uncaged) => apart - uncaged).ToList();
        Console.WriteLine($"added to bare by the cage: {Percentile(cage, 0.5):0.0} ms p50, {Percentile(cage, 0.95):0.0} ms p95");
    }

    private static async Task ManyAsync(ReadingMode[] modes, DeathCount deaths, int count, int rounds, CancellationToken cancellationToken)
    {
        var workers = Environment.ProcessorCount;
        var paths = BenchData.Files("pdf", SmallBytes * 20, count);
        Console.WriteLine($"\n{paths.Count} PDFs (to 1 MB), {workers} at once: files a second, best of {rounds}");
        var rates = modes.ToDictionary(mode => mode, _ => 0.0);
        for (var round = 0; round < rounds; round++)
        {
            // A PDF that kills its reader would kill this process.
            foreach (var mode in modes.Skip(1))
            {
                rates[mode] = Math.Max(rates[mode], await RateAsync(mode, paths, workers, cancellationToken));
            }
        }

        foreach (var mode in modes.Skip(1))
        {
            Console.WriteLine($"{mode.Name,-10} {rates[mode],7:0.0}   {rates[mode] / rates[modes[3]],5:0.00} of bare");
        }

        var readable = await ReadableAsync(modes[1], deaths, paths, count, cancellationToken);
        await RateAsync(modes[0], readable, workers, cancellationToken);
        Console.WriteLine($"{modes[0].Name,-10} {await RateAsync(modes[0], readable, workers, cancellationToken),7:0.0}   the {readable.Count} that are read as text, warm");
        Console.WriteLine($"{modes[1].Name,-10} {await RateAsync(modes[1], readable, workers, cancellationToken),7:0.0}   the same");
    }

    private static async Task LargeFilesAsync(ReadingMode[] modes, int rounds, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\nlarge files: seconds\n{"file",-34} {Header(modes, 8)}   {"two at once",12}");
        foreach (var path in Directory.EnumerateFiles(BenchData.Path("corpus", "large")).Order(StringComparer.Ordinal))
        {
            var columns = new List<string>();
            foreach (var mode in modes)
            {
                columns.Add($"{(await BestAsync(rounds, () => mode.MeasureAsync(path, cancellationToken)))?.TotalSeconds,8:0.00}");
            }

            // Two readers on two cores against one: the same four documents.
            string[] four = [path, path, path, path];
            var one = await RateAsync(modes[1], four, 1, cancellationToken);
            var two = await RateAsync(modes[1], four, 2, cancellationToken);
            Console.WriteLine($"{Path.GetFileName(path),-34} {string.Join(' ', columns)}   {two / one,11:0.00}x");
        }
    }

    private static string Header(ReadingMode[] modes, int width) => string.Join(' ', modes.Select(mode => mode.Name.PadLeft(width)));

    private static async Task<double> RateAsync(ReadingMode mode, IReadOnlyList<string> paths, int workers, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(paths, parallel, async (path, token) => await mode.ReadAsync(path, token));
        return paths.Count / clock.Elapsed.TotalSeconds;
    }

    // Those that end as text, and by our own reader.
    private static async Task<List<string>> ReadableAsync(ReadingMode mode, DeathCount deaths, IReadOnlyList<string> paths, int most, CancellationToken cancellationToken)
    {
        var readable = new List<string>();
        foreach (var path in paths)
        {
            var before = deaths.Count;
            if (readable.Count < most && await mode.ReadAsync(path, cancellationToken) && deaths.Count == before)
            {
                readable.Add(path);
            }
        }

        return readable;
    }

    private static async Task<TimeSpan?> BestAsync(int rounds, Func<Task<TimeSpan?>> measure)
    {
        TimeSpan? best = null;
        for (var round = 0; round < rounds; round++)
        {
            var time = await measure();
            best = best is null || time < best ? time : best;
        }

        return best;
    }

    private static double Percentile(List<double> values, double part) =>
        values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * part));
}
