using System.Net;

namespace Longleaf.Server.Tests.Durability;

/// <summary>A body that promises twice what it sends, and then waits until it is broken off.</summary>
internal sealed class StalledContent(int bytes) : HttpContent
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _brokenOff = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Stalled => _stalled.Task;

    public void BreakOff() => _brokenOff.TrySetException(new IOException("Broken off."));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)'x');
        for (var sent = 0; sent < bytes; sent += piece.Length)
        {
            await stream.WriteAsync(piece, cancellationToken);
        }

        await stream.FlushAsync(cancellationToken);
        _stalled.TrySetResult();
        await _brokenOff.Task.WaitAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes * 2L;
        return true;
    }
}
