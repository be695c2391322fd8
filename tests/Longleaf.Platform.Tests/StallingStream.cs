using System.Text;

namespace Longleaf.Platform.Tests;

/// <summary>A sender that sends some text, and then nothing, or breaks off.</summary>
internal sealed class StallingStream(string text, Exception? breakOff = null) : Stream
{
    private readonly MemoryStream _first = new(Encoding.UTF8.GetBytes(text));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _first.ReadAsync(buffer, cancellationToken);
        if (count == 0 && breakOff is not null)
        {
            throw breakOff;
        }

        if (count == 0)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
