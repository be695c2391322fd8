using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Reads frames from the other side, which may be hostile: no frame is held before its length is known to be within bounds.</summary>
/// <param name="input">Where they come from. Not disposed here.</param>
internal sealed class FrameReader(Stream input)
{
    private readonly PipeReader _pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));

    /// <summary>Whether the other side has ended its stream.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Takes a frame that has already arrived. Its payload is valid until the next call.</summary>
    /// <exception cref="WireException">What has arrived is no frame.</exception>
    public bool TryRead(out Frame frame)
    {
        frame = default;
        if (!_pipe.TryRead(out var result))
        {
            return false;
        }

        // What TryRead says of the end is not to be relied on once ReadAsync has seen it: the end stays.
        IsCompleted |= result.IsCompleted;
        var buffer = result.Buffer;
        Span<byte> header = stackalloc byte[Protocol.HeaderBytes];
        if (buffer.Length < Protocol.HeaderBytes)
        {
            _pipe.AdvanceTo(buffer.Start, buffer.End);
            return IsCompleted && buffer.Length > 0 ? throw new WireException("The stream ends within a frame.") : false;
        }

        buffer.Slice(0, Protocol.HeaderBytes).CopyTo(header);
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        var kind = (FrameKind)header[0];
        if (!Enum.IsDefined(kind) || length < 0 || length > Protocol.MaxPayloadBytes)
        {
            _pipe.AdvanceTo(buffer.Start);
            throw new WireException("Not a frame.");
        }

        if (buffer.Length < Protocol.HeaderBytes + length)
        {
            _pipe.AdvanceTo(buffer.Start, buffer.End);
            return IsCompleted ? throw new WireException("The stream ends within a frame.") : false;
        }

        frame = new Frame(kind, buffer.Slice(Protocol.HeaderBytes, length).ToArray());
        _pipe.AdvanceTo(buffer.GetPosition(Protocol.HeaderBytes + length));
        return true;
    }

    /// <summary>Waits until more has arrived, or the stream has ended.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var result = await _pipe.ReadAsync(cancellationToken);
        IsCompleted |= result.IsCompleted;
        _pipe.AdvanceTo(result.Buffer.Start);
    }

    /// <summary>The next frame; <see langword="null"/> at the end of the stream.</summary>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryRead(out var frame))
            {
                return frame;
            }

            if (IsCompleted)
            {
                return null;
            }

            await FillAsync(cancellationToken);
        }
    }
}
