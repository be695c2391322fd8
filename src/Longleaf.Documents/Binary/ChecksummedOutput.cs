namespace Longleaf.Documents.Binary;

/// <summary>Writes to a stream through a buffer, counting and checksumming what goes by.</summary>
/// <param name="output">Where the bytes go; not disposed here.</param>
internal sealed class ChecksummedOutput(Stream output)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private uint _crc = Crc32C.Start;

    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Position += bytes.Length;
        if (bytes.Length > _buffer.Length - _filled)
        {
            Flush();
        }

        if (bytes.Length > _buffer.Length)
        {
            _crc = Crc32C.Append(_crc, bytes);
            output.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += bytes.Length;
    }

    /// <summary>Writes a <see cref="Varint"/>.</summary>
    public void WriteVarint(ulong value)
    {
        Span<byte> bytes = stackalloc byte[Varint.MaxBytes];
        Write(bytes[..Varint.Write(bytes, value)]);
    }

    /// <summary>Hands on what is buffered.</summary>
    /// <returns>The <see cref="Crc32C"/> of all that was written.</returns>
    public uint Flush()
    {
        _crc = Crc32C.Append(_crc, _buffer.AsSpan(0, _filled));
        output.Write(_buffer, 0, _filled);
        _filled = 0;
        return ~_crc;
    }
}
