using System.Buffers.Binary;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>Numbers of a record; what lies past its end is damage.</summary>
internal static class BigEndian
{
    public static ushort UInt16(ReadOnlySpan<byte> record, int offset) => BinaryPrimitives.ReadUInt16BigEndian(Slice(record, offset, 2));

    public static uint UInt32(ReadOnlySpan<byte> record, int offset) => BinaryPrimitives.ReadUInt32BigEndian(Slice(record, offset, 4));

    /// <summary>A number that counts or places within a record or file.</summary>
    public static int Int32(ReadOnlySpan<byte> record, int offset) =>
        UInt32(record, offset) is <= int.MaxValue and var value ? (int)value : throw MobiDamage.In("a place in it cannot be");

    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> record, int offset, int length) =>
        offset >= 0 && length >= 0 && offset <= record.Length - length ? record.Slice(offset, length) : throw MobiDamage.In("a record ends too early");

    /// <summary>A number in groups of seven bits, the highest first; the last group has its high bit set.</summary>
    public static int VariableWidth(ReadOnlySpan<byte> record, ref int offset)
    {
        var value = 0u;
        for (var count = 0; count < 5; count++)
        {
            var unit = Slice(record, offset++, 1)[0];
            value = (value << 7) | (unit & 0x7Fu);
            if ((unit & 0x80) != 0)
            {
                return value <= int.MaxValue ? (int)value : throw MobiDamage.In("a number in its index cannot be");
            }
        }

        throw MobiDamage.In("a number in its index does not end");
    }
}
