using System.Buffers.Binary;
using System.Numerics;

namespace Longleaf.Documents.Binary;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4), by the processor's own instruction where it has one.</summary>
internal static class Crc32C
{
    /// <summary>The value before any byte.</summary>
    public const uint Start = 0xFFFF_FFFF;

    /// <summary>Goes on over more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }

    /// <summary>The checksum of bytes mapped into memory, from their start.</summary>
    public static uint Of(MappedBytes bytes, long length)
    {
        const int Step = 1 << 24;
        var crc = Start;
        for (var at = 0L; at < length; at += Step)
        {
            crc = Append(crc, bytes.Slice(at, (int)Math.Min(Step, length - at)));
        }

        return ~crc;
    }
}
