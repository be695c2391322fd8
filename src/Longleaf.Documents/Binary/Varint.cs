namespace Longleaf.Documents.Binary;

/// <summary>Integers of varying length: seven bits a byte, lowest first, the high bit set on all but the last (LEB128).</summary>
internal static class Varint
{
    /// <summary>The most bytes one takes.</summary>
    public const int MaxBytes = 10;

    /// <summary>Writes one.</summary>
    /// <returns>The bytes it took.</returns>
    public static int Write(Span<byte> destination, ulong value)
    {
        var count = 0;
        while (value >= 0x80)
        {
            destination[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[count++] = (byte)value;
        return count;
    }

    /// <summary>Reads one and moves past it.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it, or it is too long.</exception>
    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if ((uint)position >= (uint)source.Length)
            {
                break;
            }

            var next = source[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("An integer is cut off or too long.");
    }

    /// <summary>Folds a signed value so that small ones of either sign are short.</summary>
    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    /// <summary>Undoes <see cref="ZigZag"/>.</summary>
    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
