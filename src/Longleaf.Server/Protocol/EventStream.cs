using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Longleaf.Server.Protocol;

/// <summary>Server-sent events on their way out; each goes out at once.</summary>
internal sealed class EventStream(HttpResponse response)
{
    /// <summary>Whether anything went out: from then on an error can only be an event.</summary>
    public bool Started { get; private set; }

    /// <summary>A line that clients skip.</summary>
    public Task CommentAsync(string comment, CancellationToken cancellationToken) =>
        TextAsync(Encoding.UTF8.GetBytes($": {comment.ReplaceLineEndings(" ")}\n\n"), cancellationToken);

    /// <summary>Text as it is.</summary>
    public async Task TextAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        Start();
        await response.Body.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>An event whose data is a JSON value.</summary>
    /// <param name="head">All that stands before the value.</param>
    /// <param name="body">The value.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task JsonAsync<T>(ReadOnlyMemory<byte> head, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Start();
        await response.Body.WriteAsync(head, cancellationToken);
        await JsonSerializer.SerializeAsync(response.Body, body, type, cancellationToken);
        await TextAsync("\n\n"u8.ToArray(), cancellationToken);
    }

    private void Start()
    {
        if (!Started)
        {
            Started = true;
            response.ContentType = "text/event-stream;charset=UTF-8";
            response.Headers.CacheControl = "no-cache";
            response.Headers["x-accel-buffering"] = "no";
        }
    }
}
