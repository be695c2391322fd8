using Longleaf.Server.Hosting;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>
/// Keeps a streamed answer alive: comments go out while nothing else does, so that nothing between takes the connection for dead;
/// and a client that takes nothing for too long counts as gone.
/// </summary>
internal sealed class LiveStream : IAsyncDisposable
{
    private readonly IAnswerStream _stream;
    private readonly HttpContext _http;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended;
    private readonly Task _comments;
    private readonly ITimer _stalled;
    private long _lastSent;

    public LiveStream(IAnswerStream stream, HttpContext http, ServerOptions options, TimeProvider time)
    {
        (_stream, _http, _options, _time) = (stream, http, options, time);
        _lastSent = time.GetTimestamp();
        _ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);

        // Kestrel's own limit is a rate over the whole answer: a client that has taken much at first could stand still for hours.
        _stalled = time.CreateTimer(_ => http.Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _comments = CommentAsync();
    }

    /// <summary>Whether anything went out.</summary>
    public bool Started => _stream.Started;

    /// <summary>As <see cref="IAnswerStream.Begin"/>.</summary>
    public void Begin(long promptTokens) => _stream.Begin(promptTokens);

    public Task CommentAsync(string comment) => SendAsync(token => _stream.CommentAsync(comment, token));

    public Task TextAsync(string piece) => SendAsync(token => _stream.TextAsync(piece, token));

    public Task EndAsync(FinishedAnswer answer) => SendAsync(token => _stream.EndAsync(answer, token));

    public Task FailAsync(ApiError error) => SendAsync(token => _stream.FailAsync(error, token));

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _comments;
        await _stalled.DisposeAsync();
        _ended.Dispose();
        _turn.Dispose();
    }

    private async Task SendAsync(Func<CancellationToken, Task> send)
    {
        await _turn.WaitAsync(_http.RequestAborted);
        try
        {
            _stalled.Change(_options.StalledClientTimeout, Timeout.InfiniteTimeSpan);
            await send(_http.RequestAborted);
            _stalled.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _lastSent, _time.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CommentAsync()
    {
        var wait = _options.KeepAliveInterval;
        try
        {
            while (true)
            {
                await Task.Delay(wait, _time, _ended.Token);
                var silent = _time.GetElapsedTime(Volatile.Read(ref _lastSent));
                if (silent >= _options.KeepAliveInterval)
                {
                    await CommentAsync("keep-alive");
                    silent = TimeSpan.Zero;
                }

                wait = _options.KeepAliveInterval - silent;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The answer has ended, or the client is gone, which whoever sends the answer finds out.
        }
    }
}
