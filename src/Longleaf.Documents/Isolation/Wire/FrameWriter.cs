using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Writes frames. Not for several threads at once.</summary>
/// <param name="output">Where they go. Not disposed here.</param>
internal sealed class FrameWriter(Stream output)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _used;

    /// <summary>How many bytes wait for <see cref="Flush"/>.</summary>
    public int Pending { get; private set; }

    public FrameWriter Begin(FrameKind kind)
    {
        _used = 0;
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
        var count = Encoding.UTF8.GetByteCount(text);
        Int32(count);
        Encoding.UTF8.GetBytes(text, Room(count));
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
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(1), _used - Protocol.HeaderBytes);
        output.Write(_buffer, 0, _used);
        Pending += _used;
    }

    public void Flush()
    {
        output.Flush();
        Pending = 0;
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
