using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Requests;
using Longleaf.Bench.Serving;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>requests</c>: malformed requests of all kinds to a real server; each must be refused in the contract's envelope, soon, and in bounded memory.</summary>
internal static class RequestsCommand
{
    private const int ShownFaults = 20;
    private const long MaxPeakBytes = 2L << 30;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many requests.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "The number of the first: the same number, the same request.", DefaultValueFactory = _ => 1 };
        var concurrency = new Option<int>("--concurrency") { Description = "How many at once.", DefaultValueFactory = _ => 16 };
        var command = new Command("requests", "Malformed requests of all kinds to a real server.") { count, seed, concurrency };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(concurrency), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seed, int concurrency, CancellationToken cancellationToken)
    {
        await using var server = await MeasuredServer.StartAsync(cancellationToken);
        var (fileId, _, _, _) = await server.UploadAsync("skerryvore.md", "# Skerryvore\n\nThe light was first lit on 1 February 1844."u8.ToArray(), cancellationToken);
        var target = new RequestTarget(server.Address, server.ApiKey, fileId);
        var before = ProcessStatus.PeakBytes(server.ProcessId);
        var results = new ConcurrentBag<RequestResult>();
        var clock = Stopwatch.StartNew();
        await RequestRun.SendAsync(target, seed, count, concurrency, result =>
        {
            results.Add(result);
            if (results.Count % 10_000 == 0)
            {
                Console.Error.WriteLine($"{results.Count} of {count}, {clock.Elapsed.TotalSeconds:0} s");
            }
        }, cancellationToken);

        var elapsed = clock.Elapsed;
        var peak = ProcessStatus.PeakBytes(server.ProcessId);
        Console.WriteLine($"{results.Count} requests in {elapsed.TotalSeconds:0} s, {results.Count / elapsed.TotalSeconds:0} a second");
        Console.WriteLine($"peak memory {before >> 20} MB before, {peak >> 20} MB after");
        var clean = Report([.. results]);
        var (answer, first, _) = await server.AskAsync([fileId], "When was the light first lit?", cancellationToken);
        var right = answer.Contains("1844", StringComparison.Ordinal);
        Console.WriteLine($"a question after it: {first.TotalMilliseconds:0} ms to the first text, {(right ? "right" : "WRONG")}");
        return clean && right && peak <= MaxPeakBytes ? 0 : 1;
    }

    private static bool Report(List<RequestResult> results)
    {
        Console.WriteLine();
        Console.WriteLine($"{"kind",-20} {"requests",9} {"2xx",7} {"4xx",7} {"503",5} {"none",6} {"p99 ms",8} {"most ms",9} {"faults",7}");
        foreach (var kind in results.GroupBy(result => result.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var times = kind.Select(result => result.Elapsed.TotalMilliseconds).Order().ToList();
            Console.WriteLine(
                $"{kind.Key,-20} {times.Count,9} {kind.Count(result => result.Status is >= 200 and < 400),7} {kind.Count(result => result.Status is >= 400 and < 500),7} "
                + $"{kind.Count(result => result.Status == 503),5} {kind.Count(result => result.Status == 0),6} {times[(int)(0.99 * (times.Count - 1))],8:0} {times[^1],9:0} {kind.Count(result => result.Fault is not null),7}");
        }

        var faults = results.Where(result => result.Fault is not null).OrderBy(result => result.Number).ToList();
        Console.WriteLine($"\n{faults.Count} faults");
        foreach (var fault in faults.Take(ShownFaults))
        {
            Console.WriteLine($"{fault.Number} {fault.Kind}: {fault.Fault}");
        }

        foreach (var same in faults.GroupBy(fault => fault.Fault).OrderByDescending(group => group.Count()).Take(ShownFaults))
        {
            Console.WriteLine($"{same.Count(),6} x {same.Key}");
        }

        return faults.Count == 0;
    }
}
