using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Bench.Samples;

/// <summary>A Mobipocket book of one record of text, packed as PalmDOC packs.</summary>
internal static class MobiSample
{
    private const int NameBytes = 32;
    private const int TypePlace = 60;
    private const int CountPlace = 76;
    private const int RecordTable = 78;
    private const int RecordEntry = 8;
    private const int HeaderBytes = 16 + 264;

    /// <summary>The book of a markup.</summary>
    public static byte[] Build(string markup)
    {
        var text = Encoding.UTF8.GetBytes(markup);
        byte[][] records = [Header(text.Length), Pack(text)];
        var start = RecordTable + (records.Length * RecordEntry) + 2;
        var book = new byte[start + records.Sum(record => record.Length)];
        "Sample"u8.CopyTo(book.AsSpan(0, NameBytes));
        "BOOKMOBI"u8.CopyTo(book.AsSpan(TypePlace));
        BinaryPrimitives.WriteUInt16BigEndian(book.AsSpan(CountPlace), (ushort)records.Length);
        for (var index = 0; index < records.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(book.AsSpan(RecordTable + (index * RecordEntry)), start);
            records[index].CopyTo(book, start);
            start += records[index].Length;
        }

        return book;
    }

    // The places of MobiHeader: PalmDOC packing, UTF-8, Mobipocket 6, no indexes.
    private static byte[] Header(int textBytes)
    {
        var record = new byte[HeaderBytes];
        void Put16(int place, int value) => BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(place), (ushort)value);
        void Put32(int place, int value) => BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(place), value);
        Put16(0, 2);
        Put32(4, textBytes);
        Put16(8, 1);
        Put16(10, 4096);
        "MOBI"u8.CopyTo(record.AsSpan(16));
        Put32(20, HeaderBytes - 16);
        Put32(28, 65001);
        Put32(36, 6);
        foreach (var index in (int[])[0x70, 0xC0, 0xF4, 0xF8, 0xFC])
        {
            Put32(index, -1);
        }

        return record;
    }

    // Bytes that stand for themselves, and others one by one behind their number.
    private static byte[] Pack(byte[] text) => [.. text.SelectMany(value => value is 0 or (>= 9 and < 0x80) ? [value] : (byte[])[1, value])];
}
