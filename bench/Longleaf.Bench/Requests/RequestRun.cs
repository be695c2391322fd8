using System.Diagnostics;
using System.Net.Sockets;

namespace Longleaf.Bench.Requests;

/// <summary>Sends hostile requests, several at once, each on a connection of its own.</summary>
internal static class RequestRun
{
    // What an answer may take on a machine that is shared; who sends nothing more is told so by the server's own clocks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceWithSilence = TimeSpan.FromSeconds(45);

    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    /// <summary>Sends the requests of these numbers.</summary>
    /// <param name="target">The server.</param>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="concurrency">How many at once.</param>
    /// <param name="done">Told of each result.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static Task SendAsync(RequestTarget target, int first, int count, int concurrency, Action<RequestResult> done, CancellationToken cancellationToken) =>
        Parallel.ForAsync(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken }, async (number, token) =>
            done(await SendAsync(target, number, token)));

    private static async Task<RequestResult> SendAsync(RequestTarget target, int number, CancellationToken cancellationToken)
    {
        var request = new RequestFuzzer(number, target).Next();
        var clock = Stopwatch.StartNew();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(request.Ending == Ending.Open ? PatienceWithSilence : Patience);
        try
        {
            var reply = await ReplyAsync(target, request, patience.Token);
            return new RequestResult(number, request.Kind, reply.Status, clock.Elapsed, RequestVerdict.Fault(request, reply));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RequestResult(number, request.Kind, 0, clock.Elapsed, $"no answer within {clock.Elapsed.TotalSeconds:0} s");
        }
        catch (Exception exception) when (exception is EndOfStreamException or SocketException or InvalidDataException)
        {
            // Who closes before the end of what it promised has gone, as far as a server knows: it owes no answer.
            return new RequestResult(number, request.Kind, 0, clock.Elapsed, request.Ending == Ending.Closed && exception is not InvalidDataException ? null : exception.Message);
        }
    }

    // An answer may come before everything is sent, and the rest is then not taken: both at once.
    private static async Task<RawReply> ReplyAsync(RequestTarget target, HostileRequest request, CancellationToken cancellationToken)
    {
        using var exchange = await RawExchange.ConnectAsync(target.Address, cancellationToken);
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sent = WriteAsync(exchange, request, sending.Token);
        var reply = await FinalAsync(exchange, request, cancellationToken);
        await sending.CancelAsync();
        await sent;
        return reply;
    }

    private static async Task<RawReply> FinalAsync(RawExchange exchange, HostileRequest request, CancellationToken cancellationToken)
    {
        RawReply reply;
        do
        {
            reply = await exchange.ReadAsync(cancellationToken, isHead: request.Bytes.AsSpan().StartsWith("HEAD "u8));
        }
        while (reply.Status < 200);
        return reply;
    }

    private static async Task WriteAsync(RawExchange exchange, HostileRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await exchange.WriteAsync(request.Bytes, cancellationToken);
            for (var left = request.Padding; left > 0; left -= Blanks.Length)
            {
                await exchange.WriteAsync(Blanks.AsMemory(0, Math.Min(left, Blanks.Length)), cancellationToken);
            }

            if (request.Ending == Ending.Closed)
            {
                // After a while, in which what is whole enough to be answered is.
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                exchange.EndWriting();
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The server has answered and takes no more.
        }
    }
}
