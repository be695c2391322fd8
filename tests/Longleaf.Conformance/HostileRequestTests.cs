using System.Collections.Concurrent;
using System.Text;
using Longleaf.Bench.Requests;
using Longleaf.Documents.Isolation;
using Longleaf.Tests;

namespace Longleaf.Conformance;

/// <summary>What no client means, at a server of its own: refused in the envelope, soon, and in bounded memory. <c>Longleaf.Bench requests</c> sends more.</summary>
public sealed class HostileRequestTests
{
    private const int Count = 5_000;
    private const long MaxPeakBytes = 1L << 30;

    [Fact]
    public async Task Five_thousand_malformed_requests_are_refused_in_the_envelope()
    {
        await using var server = await ServerProcess.StartAsync();
        var file = await server.Http.UploadAndWaitAsync(Samples.FirstName, Encoding.UTF8.GetBytes(Samples.First));
        var id = file.GetProperty("id").GetString()!;
        var results = new ConcurrentBag<RequestResult>();
        await RequestRun.SendAsync(new RequestTarget(server.Address, server.ApiKey, id), 1, Count, 16, results.Add, TestContext.Current.CancellationToken);

        Assert.Equal(Count, results.Count);
        Assert.True(results.Count(result => result.Status is >= 400 and < 500) > Count / 2);
        var faults = results.Where(result => result.Fault is not null).OrderBy(result => result.Number).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)) + server.Log);
        Assert.InRange(ProcessStatus.PeakBytes(server.ProcessId), 1, MaxPeakBytes);
        Assert.Contains(Samples.Answer, await server.Http.AskAsync([id], Samples.Question), StringComparison.Ordinal);
    }
}
