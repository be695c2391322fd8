using System.Collections.Concurrent;
using System.CommandLine;
using Longleaf.Bench.Mutations;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>mutations</c>: damaged documents of every format through isolated readers; each must end as text or as a sentence.</summary>
internal static class MutationsCommand
{
    private const int MaxBytes = 300_000;
    private static readonly string[] Formats = ["txt", "md", "csv", "json", "docx", "xlsx", "pdf", "epub", "mobi"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many damaged documents.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "The number of the first: the same number, the same document.", DefaultValueFactory = _ => 1 };
        var command = new Command("mutations", "Damaged documents of every format through isolated readers.") { count, seed };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(count), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seed, CancellationToken cancellationToken)
    {
        var samples = Formats.ToDictionary(format => format, Samples);
        await using var reader = await BenchReader.StartAsync(waiting: Environment.ProcessorCount, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        var ends = new ConcurrentDictionary<(string Format, string End), int>();
        var wrong = new ConcurrentBag<string>();
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            await Parallel.ForAsync(seed, seed + count, parallel, async (number, token) =>
            {
                var format = Formats[number % Formats.Length];
                var (original, other) = (Pick(samples[format], number), Pick(samples[format], number / 7));
                var path = Path.Combine(folder.FullName, $"{number}.{format}");
                await File.WriteAllBytesAsync(
                    path, new DocumentMutator(number).Mutate(await File.ReadAllBytesAsync(original, token), await File.ReadAllBytesAsync(other, token)), token);
                var (end, fault) = await ReadAsync(reader, path, token);
                ends.AddOrUpdate((format, end), 1, (_, before) => before + 1);
                if (fault is not null)
                {
                    wrong.Add($"{number} (of {Path.GetFileName(original)}): {fault}");
                }

                File.Delete(path);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        foreach (var ((format, end), documents) in ends.OrderBy(entry => entry.Key))
        {
            Console.WriteLine($"{format,-5} {end,-20} {documents,6}");
        }

        foreach (var fault in wrong.Order(StringComparer.Ordinal))
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine($"{count} damaged documents, {wrong.Count} faults");
        return wrong.IsEmpty ? 0 : 1;
    }

    private static List<string> Samples(string format) =>
        [.. Directory.EnumerateFiles(BenchData.Path("corpus", format), "*." + format, SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length is > 0 and < MaxBytes)
            .Order(StringComparer.Ordinal)];

    private static string Pick(List<string> files, int number) => files[(int)(number * 7919L % files.Count)];

    // What the server may never see: no end, two ends, an exception, a reason that is no sentence.
    private static async Task<(string End, string? Fault)> ReadAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        var ends = new List<ReaderEvent>();
        try
        {
            await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), cancellationToken))
            {
                if (read is ReaderEvent.Completed or ReaderEvent.Failed)
                {
                    ends.Add(read);
                }
            }
        }
#pragma warning disable CA1031 // Any exception is a fault to be told.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return ("threw", exception.ToString());
        }

        return ends switch
        {
            [ReaderEvent.Completed] => ("processed", null),
            [ReaderEvent.Failed { Failure: var failure }] => (
                failure.Code.ToString(),
                failure.Code == DocumentFailureCode.ReaderDied ? failure.Reason
                : failure.Reason.EndsWith('.') && !failure.Reason.Contains("Exception", StringComparison.Ordinal) ? null
                : $"No sentence: {failure.Reason}"),
            _ => ("no one end", $"{ends.Count} ends"),
        };
    }
}
