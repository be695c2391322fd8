using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Samples;
using Longleaf.Bench.Workbooks;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>workbooks</c>: large workbooks through isolation, with the reader's peak memory; ExcelDataReader in the same run.</summary>
internal static class WorkbooksCommand
{
    private const double Megabyte = 1_000_000;
    private static readonly WorkbookSample[] Samples = [new(60_000, 12), new(200_000, 12), new(1_000_000, 5)];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each is read; the median time and the highest peak count.", DefaultValueFactory = _ => 3 };
        var peer = new Option<string>("--peer") { Description = "Read one workbook with ExcelDataReader, in this process.", Hidden = true };
        var command = new Command("workbooks", "How fast large workbooks are read, and in how much memory; ExcelDataReader in the same run.") { rounds, peer };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(peer) is { } path
            ? Task.FromResult(ExcelDataReaderPeer.Read(path))
            : RunAsync(parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 1, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        var allRead = true;
        try
        {
            Console.WriteLine($"{"workbook",-18} {"file MB",8} {"longleaf s",10} {"peak MB",8} {"EDR s",8} {"peak MB",8} {"times",6}   a fresh reader that waits; ExcelDataReader's whole process");
            foreach (var (name, path) in Write(folder.FullName))
            {
                List<(TimeSpan Time, long Peak)> own = [], peer = [];
                for (var round = 0; round < rounds; round++)
                {
                    peer.Add(await ExcelDataReaderPeer.MeasureAsync(path, cancellationToken));
                    var (time, peak, failure) = await ReadAsync(reader, path, cancellationToken);
                    allRead &= failure is null;
                    own.Add((time, peak));
                    if (failure is not null)
                    {
                        Console.WriteLine($"{name}: {failure.Reason}");
                    }
                }

                var (ours, theirs) = (Median.Of(own.Select(one => one.Time)), Median.Of(peer.Select(one => one.Time)));
                Console.WriteLine(
                    $"{name,-18} {new FileInfo(path).Length / Megabyte,8:0.0} {ours.TotalSeconds,10:0.00} {own.Max(one => one.Peak) / Megabyte,8:0} "
                    + $"{theirs.TotalSeconds,8:0.00} {peer.Max(one => one.Peak) / Megabyte,8:0} {theirs / ours,6:0.0}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return allRead ? 0 : 1;
    }

    // One of real formats beside those that are made: what a cell looks like costs as much as what it holds.
    private static IEnumerable<(string Name, string Path)> Write(string folder)
    {
        yield return ("55,745 rows, real", BenchData.Path("corpus", "large", "big-formatted-55745-rows.xlsx"));
        foreach (var sample in Samples)
        {
            var path = Path.Combine(folder, "sample.xlsx");
            File.Delete(path);
            sample.Write(path);
            yield return (sample.Name, path);
        }
    }

    private static async Task<(TimeSpan Time, long Peak, DocumentFailure? Failure)> ReadAsync(
        IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        // A reader is started while the last one is put away, on a loaded machine slowly: what is measured is one that waits.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var clock = Stopwatch.StartNew();
        var memory = new ReaderMemory();
        var end = await BenchReader.ReadAsync(reader, path, owner: null, memory, cancellationToken);
        return (clock.Elapsed, memory.PeakBytes, (end as ReaderEvent.Failed)?.Failure);
    }
}
