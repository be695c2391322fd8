using System.Buffers.Binary;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Reads frames from the other side, which may be hostile: no frame is held before its length is known to be within bounds.</summary>
/// <param name="input">Where they come from. Not disposed here.</param>
internal sealed class FrameReader(Stream input)
{
    private const int ReadBytes = 256 * 1024;
    private const int MaxFrameBytes = Protocol.HeaderBytes + Protocol.MaxPayloadBytes;

    // As large as what is read at once only from the second read on: a reader that waits has sent a greeting.
    private byte[] _buffer = new byte[4 * 1024];
    private int _start;
    private int _end;

    /// <summary>Whether the other side has ended its stream.</summary>
    public bool IsCompleted { get; private set; }

    private int Available => _end - _start;

    /// <summary>Takes a frame that has already arrived. Its payload is valid until the next call.</summary>
    /// <exception cref="WireException">What has arrived is no frame.</exception>
    public bool TryRead(out Frame frame)
    {
        frame = default;
        if (Available < Protocol.HeaderBytes)
        {
            return IsCompleted && Available > 0 ? throw new WireException("The stream ends within a frame.") : false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_start + 1));
        var kind = (FrameKind)_buffer[_start];
        if (!Enum.IsDefined(kind) || length < 0 || length > Protocol.MaxPayloadBytes)
        {
            throw new WireException("Not a frame.");
        }

        if (Available < Protocol.HeaderBytes + length)
        {
            return IsCompleted ? throw new WireException("The stream ends within a frame.") : false;
        }

        frame = new Frame(kind, _buffer.AsMemory(_start + Protocol.HeaderBytes, length));
        _start += Protocol.HeaderBytes + length;
        return true;
    }

    /// <summary>Waits until more has arrived, or the stream has ended. Frames taken before are no longer valid.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        IsCompleted |= count == 0;
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

    // What is left is a part of one frame: room for the whole of it is all that there need be.
    private void MakeRoom()
    {
        var buffer = _end < _buffer.Length || _buffer.Length >= ReadBytes + MaxFrameBytes ? _buffer : new byte[ReadBytes + MaxFrameBytes];
        _buffer.AsSpan(_start, Available).CopyTo(buffer);
        (_end, _start, _buffer) = (Available, 0, buffer);
    }
}
