using Microsoft.Extensions.AI;

namespace Longleaf.Client.Files;

/// <summary>A file's content as it comes in.</summary>
internal sealed class LongleafDownloadStream(Stream inner) : HostedFileDownloadStream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException("The length of what is still coming in is not known.");

    public override long Position
    {
        get => throw new NotSupportedException("What is coming in has no position.");
        set => throw new NotSupportedException("What is coming in has no position.");
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("What is coming in has no position.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
