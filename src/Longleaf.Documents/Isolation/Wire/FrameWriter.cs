using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Writes frames, many at once; <see cref="Flush"/> sends what is left. Not for several threads at once.</summary>
/// <param name="output">Where they go; needs no buffer of its own. Not disposed here.</param>
internal sealed class FrameWriter(Stream output)
{
    // Frames go out together once there are as many bytes: a system call for each block would cost more than the block.
    private const int SendBytes = 128 * 1024;

    // Grows to what is sent at once where there are many frames: the parent's answers are a few bytes each.
    private byte[] _buffer = new byte[1024];
    private int _frame;
    private int _used;

    public FrameWriter Begin(FrameKind kind)
    {
        _frame = _used;
        Byte((byte)kind);
        return Int32(0);
    }

    public FrameWriter Byte(byte value)
    {
        Room(1)[0] = value;
        return this;
    }

    public FrameWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);
        return this;
    }

    public FrameWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);
        return this;
    }

    public FrameWriter OptionalInt32(int? value) => Int32(value ?? -1);

    public FrameWriter Text(string text)
    {
        // Room for the most that it may be, so that it is gone through once.
        var room = Room(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var count = Encoding.UTF8.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(room, count);
        _used -= room.Length - 4 - count;
        return this;
    }

    public FrameWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        return this;
    }

    /// <summary>Text cut to the longest that the other side takes, or none.</summary>
    public FrameWriter ShortText(string? text) => text is null
        ? Byte(0)
        : Byte(1).Text(text.Length <= Protocol.MaxShortText ? text
            : text[..(Protocol.MaxShortText - (char.IsHighSurrogate(text[Protocol.MaxShortText - 1]) ? 1 : 0))]);

    public void End()
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_frame + 1), _used - _frame - Protocol.HeaderBytes);
        if (_used >= SendBytes)
        {
            Send();
        }
    }

    public void Flush()
    {
        Send();
        output.Flush();
    }

    private void Send()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }

    private Span<byte> Room(int count)
    {
        if (_used + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + count));
        }

        _used += count;
        return _buffer.AsSpan(_used - count, count);
    }
}
