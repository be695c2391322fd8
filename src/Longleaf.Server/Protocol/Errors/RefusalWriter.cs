using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>Passes a connection's bytes on; a refusal of Kestrel's own is given a body while it is still in the pipe's memory.</summary>
internal sealed class RefusalWriter(PipeWriter inner) : PipeWriter
{
    // A refusal is one short head, written at once, and the last thing on its connection.
    private const int MaxHeadBytes = 512;

    // What was last asked for, and has not been advanced over.
    private Memory<byte> _memory;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (bytes <= MaxHeadBytes && StatusOf(_memory.Span[..bytes]) is { } status)
        {
            var answer = Answer(_memory.Span[..bytes], status);
            if (answer.Length <= _memory.Length)
            {
                answer.CopyTo(_memory.Span);
                bytes = answer.Length;
            }
        }

        inner.Advance(bytes);
        _memory = _memory[bytes..];
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    // The status of a whole head that refuses and has no body; every refusal of our own has one.
    private static int? StatusOf(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 "u8) || head.Length < 12 || head[9] is not ((byte)'4' or (byte)'5')
            || !head.EndsWith("\r\n\r\n"u8) || head.IndexOf("\r\nContent-Length: 0\r\n"u8) < 0 || head.IndexOf("\r\nConnection: close\r\n"u8) < 0)
        {
            return null;
        }

        return int.TryParse(head[9..12], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
    }

    private static ApiError ErrorOf(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => ApiErrors.TooSlow,
        StatusCodes.Status414UriTooLong => ApiErrors.PathTooLong,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => ApiErrors.HeadersTooLarge,
        StatusCodes.Status505HttpVersionNotsupported => ApiErrors.VersionNotServed,
        _ => ApiErrors.NotHttp,
    };

    private static byte[] Answer(ReadOnlySpan<byte> head, int status)
    {
        var requestId = Guid.NewGuid();
        var body = JsonSerializer.SerializeToUtf8Bytes(ErrorBody.Of(ErrorOf(status), requestId), ProtocolJson.Wire.ErrorBody);
        var text = Encoding.ASCII.GetString(head).Replace(
            "\r\nContent-Length: 0\r\n",
            $"\r\nContent-Length: {body.Length}\r\nContent-Type: {JsonAnswer.ContentType}\r\n{RequestId.Header}: {requestId}\r\n",
            StringComparison.Ordinal);
        return [.. Encoding.ASCII.GetBytes(text), .. body];
    }
}
