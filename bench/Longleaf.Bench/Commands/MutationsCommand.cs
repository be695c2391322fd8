using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Mutations;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>mutations</c>: damaged documents of every format through isolated readers; each must end as text or as a sentence.</summary>
internal static class MutationsCommand
{
    private const int MaxBytes = 300_000;
    private const string Owner = "bench";

    // What a document of 300 KB may take, with a machine that is shared: a reader past it is a fault, whatever its own clocks say.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(120);
    private const long MaxPeakBytes = 1L << 30;

    private static readonly string[] Formats = ["txt", "md", "csv", "json", "docx", "xlsx", "pdf", "epub", "mobi", "png", "jpg", "gif", "bmp"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many damaged documents.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "The number of the first: the same number, the same document.", DefaultValueFactory = _ => 1 };
        var format = new Option<string[]>("--format") { Description = "Only these formats.", AllowMultipleArgumentsPerToken = true };
        var keep = new Option<DirectoryInfo>("--keep") { Description = "Where documents that are faults are left." };
        var command = new Command("mutations", "Damaged documents of every format through isolated readers; text in pictures is not recognised.") { count, seed, format, keep };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(format) is { Length: > 0 } some ? some : Formats, parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seed, string[] formats, DirectoryInfo? keep, CancellationToken cancellationToken)
    {
        var samples = formats.ToDictionary(format => format, Samples);
        await using var reader = await BenchReader.StartWithoutToolsAsync(waiting: Environment.ProcessorCount, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        var results = new ConcurrentBag<MutationResult>();
        var clock = Stopwatch.StartNew();
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            await Parallel.ForAsync(seed, seed + count, parallel, async (number, token) =>
            {
                var format = formats[number % formats.Length];
                var (original, other) = (Pick(samples[format], number), Pick(samples[format], number / 7));
                var path = Path.Combine(folder.FullName, $"{number}.{format}");
                await File.WriteAllBytesAsync(
                    path, new DocumentMutator(number).Mutate(await File.ReadAllBytesAsync(original, token), await File.ReadAllBytesAsync(other, token)), token);
                var result = await ReadAsync(reader, path, format, $"{number} (of {Path.GetFileName(original)})", token);
                results.Add(result);
                if (results.Count % 1000 == 0)
                {
                    Console.Error.WriteLine($"{results.Count} of {count}, {clock.Elapsed.TotalSeconds:0} s");
                }

                if (result.Fault is not null && keep is not null)
                {
                    keep.Create();
                    File.Copy(path, Path.Combine(keep.FullName, Path.GetFileName(path)), overwrite: true);
                }

                File.Delete(path);
            });
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Broken off.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return Report([.. results], clock.Elapsed);
    }

    private static int Report(List<MutationResult> results, TimeSpan elapsed)
    {
        var ends = results.Select(result => result.End).Distinct().Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"{"format",-6} {string.Join(' ', ends.Select(end => $"{end,18}"))} {"slowest s",10} {"peak MB",8}");
        foreach (var format in results.GroupBy(result => result.Format).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(
                $"{format.Key,-6} {string.Join(' ', ends.Select(end => $"{format.Count(result => result.End == end),18}"))} "
                + $"{format.Max(result => result.Time).TotalSeconds,10:0.0} {format.Max(result => result.PeakBytes) / 1e6,8:0}");
        }

        var faults = results.Where(result => result.Fault is not null).OrderBy(result => result.Name, StringComparer.Ordinal).ToList();
        foreach (var fault in faults)
        {
            Console.WriteLine($"{fault.Format} {fault.Name}: {fault.Fault}");
        }

        Console.WriteLine($"{results.Count} damaged documents in {elapsed.TotalSeconds:0} s, {faults.Count} faults");
        return faults.Count == 0 ? 0 : 1;
    }

    private static List<string> Samples(string format) =>
        [.. Directory.EnumerateFiles(BenchData.Path("corpus", format), "*." + format, SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length is > 0 and < MaxBytes)
            .Order(StringComparer.Ordinal)];

    private static string Pick(List<string> files, int number) => files[(int)(number * 7919L % files.Count)];

    // What the server may never see: no end, two ends, an exception, a reason that is no sentence, a reader past its limits.
    private static async Task<MutationResult> ReadAsync(
        IsolatedDocumentReader reader, string path, string format, string name, CancellationToken cancellationToken)
    {
        var (ends, memory, clock) = (new List<ReaderEvent>(), new ReaderMemory(), Stopwatch.StartNew());
        string end;
        string? fault;
        try
        {
            await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), Owner, memory, cancellationToken))
            {
                if (read is ReaderEvent.Completed or ReaderEvent.Failed)
                {
                    ends.Add(read);
                }
            }

            (end, fault) = Judge(ends);
        }
#pragma warning disable CA1031 // Any exception is a fault to be told.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            (end, fault) = ("threw", exception.ToString());
        }

        fault ??= clock.Elapsed > MaxTime ? $"It took {clock.Elapsed.TotalSeconds:0} s." : null;
        fault ??= memory.PeakBytes > MaxPeakBytes ? $"It took {memory.PeakBytes / 1e6:0} MB." : null;
        return new MutationResult(format, name, end, fault, clock.Elapsed, memory.PeakBytes);
    }

    private static (string End, string? Fault) Judge(List<ReaderEvent> ends) => ends switch
    {
        [ReaderEvent.Completed] => ("Processed", null),
        [ReaderEvent.Failed { Failure: var failure }] => (
            failure.Code.ToString(),
            failure.Code is DocumentFailureCode.ReaderDied or DocumentFailureCode.TimedOut ? failure.Reason
            : failure.Reason.EndsWith('.') && !failure.Reason.Contains("Exception", StringComparison.Ordinal) ? null
            : $"No sentence: {failure.Reason}"),
        _ => ("no one end", $"{ends.Count} ends"),
    };

    private sealed record MutationResult(string Format, string Name, string End, string? Fault, TimeSpan Time, long PeakBytes);
}
