namespace Longleaf.Documents.Formats.Mobi;

/// <summary>PalmDOC's packing: bytes as they are, blanks joined with letters, and repetitions of what came within the record.</summary>
internal static class PalmDoc
{
    // A pair of bytes yields ten at most.
    private const int MostGrowth = 5;

    public static void Unpack(ReadOnlySpan<byte> packed, Stream output)
    {
        var unpacked = new byte[(packed.Length + 1) * MostGrowth];
        var length = 0;
        for (var index = 0; index < packed.Length;)
        {
            var unit = packed[index++];
            switch (unit)
            {
                case 0 or (>= 0x09 and <= 0x7F):
                    unpacked[length++] = unit;
                    break;
                case <= 0x08:
                    var count = Math.Min(unit, packed.Length - index);
                    packed.Slice(index, count).CopyTo(unpacked.AsSpan(length));
                    (index, length) = (index + count, length + count);
                    break;
                case >= 0xC0:
                    unpacked[length++] = (byte)' ';
                    unpacked[length++] = (byte)(unit ^ 0x80);
                    break;
                default:
                    if (index < packed.Length)
                    {
                        length = Repeat(unpacked, length, (unit << 8) | packed[index++]);
                    }

                    break;
            }
        }

        output.Write(unpacked, 0, length);
    }

    private static int Repeat(byte[] unpacked, int length, int pair)
    {
        var (distance, count) = ((pair >> 3) & 0x7FF, (pair & 7) + 3);
        if (distance == 0 || distance > length)
        {
            throw MobiDamage.In("its text repeats what was not there");
        }

        // Byte by byte: what is repeated may reach into itself.
        for (var copied = 0; copied < count; copied++, length++)
        {
            unpacked[length] = unpacked[length - distance];
        }

        return length;
    }
}
