using System.CommandLine;
using System.Globalization;
using Longleaf.Bench.Texts;
using Longleaf.Documents;

namespace Longleaf.Bench.Commands;

/// <summary><c>texts</c>: large text files through isolation to canonical text and block map, with both processes' peak memory; peers in the same run.</summary>
internal static class TextsCommand
{
    private const double Megabyte = 1_000_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the median time and the highest peak count.", DefaultValueFactory = _ => 3 };
        var megabytes = new Option<int>("--megabytes") { Description = "How large the files are.", DefaultValueFactory = _ => 150 };
        var only = new Option<string?>("--only") { Description = "The samples whose name holds this." };
        var bare = new Option<string>(TextPeer.BareCsvOption) { Description = "Go through one CSV file with Sylvan alone, in this process.", Hidden = true };
        var command = new Command("texts", "How fast large TXT, CSV, JSON and Markdown files become canonical text, and in how much memory; peers in the same run.") { rounds, megabytes, only, bare };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(bare) is { } path
            ? Task.FromResult(TextPeer.ReadBareCsv(path))
            : RunAsync(parsed.GetValue(rounds), parsed.GetValue(megabytes), parsed.GetValue(only), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, int megabytes, string? only, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 1, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        var allRead = true;
        try
        {
            Console.WriteLine($"{"sample",-12} {"MB",6} {"longleaf s",10} {"MB/s",6} {"cpu s",6} {"reader MB",9} {"server MB",9}   peers: seconds of the whole process; cpu is of both our processes, server MB this one's peak over what it held");
            foreach (var sample in TextSample.All.Where(sample => only is null || sample.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                var path = Path.Combine(folder.FullName, sample.FileName);
                sample.Create(path, megabytes * 1_000_000L);
                var own = new List<TextRun>();
                var peers = TextPeer.All.ToDictionary(peer => peer, _ => new List<TimeSpan>());
                for (var round = 0; round < rounds; round++)
                {
                    own.Add(await TextRun.MeasureAsync(reader, path, Path.Combine(folder.FullName, "out"), cancellationToken));
                    foreach (var (peer, times) in peers)
                    {
                        if (await peer.MeasureAsync(path, cancellationToken) is { } time)
                        {
                            times.Add(time);
                        }
                    }
                }

                Print(sample, new FileInfo(path).Length, own, peers);
                allRead &= own.All(run => run.Failure is null);
                File.Delete(path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return allRead ? 0 : 1;
    }

    private static void Print(TextSample sample, long bytes, List<TextRun> own, Dictionary<TextPeer, List<TimeSpan>> peers)
    {
        var ours = Median.Of(own.Select(run => run.Time)).TotalSeconds;
        var beside = peers.Where(peer => peer.Value.Count > 0)
            .Select(peer => string.Create(CultureInfo.InvariantCulture, $"{peer.Key.Name} {Median.Of(peer.Value).TotalSeconds:0.00}"));
        Console.WriteLine(
            $"{sample.Name,-12} {bytes / Megabyte,6:0} {ours,10:0.00} {bytes / Megabyte / ours,6:0} {Median.Of(own.Select(run => run.Processor)).TotalSeconds,6:0.00} "
            + $"{own.Max(run => run.ReaderPeak) / Megabyte,9:0} {own.Max(run => run.ServerGrowth) / Megabyte,9:0}   {string.Join(", ", beside)}");
        foreach (var failure in own.Select(run => run.Failure).OfType<DocumentFailure>())
        {
            Console.WriteLine(failure.Reason);
        }
    }
}
