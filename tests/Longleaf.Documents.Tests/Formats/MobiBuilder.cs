using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Writes Mobipocket books by hand.</summary>
internal static class MobiBuilder
{
    /// <summary>A Palm database of records.</summary>
    public static byte[] Database(string type, params byte[][] records)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.ASCII.GetBytes("A_book".PadRight(32, '\0')));
        stream.Write(new byte[28]);
        stream.Write(Encoding.ASCII.GetBytes(type));
        stream.Write(new byte[8]);
        stream.Write(UInt16(records.Length));
        var offset = 78 + (records.Length * 8) + 2;
        foreach (var record in records)
        {
            stream.Write(UInt32(offset));
            stream.Write(new byte[4]);
            offset += record.Length;
        }

        stream.Write(new byte[2]);
        foreach (var record in records)
        {
            stream.Write(record);
        }

        return stream.ToArray();
    }

    /// <summary>Record 0.</summary>
    public static byte[] Header(
        int compression, int textRecords, int codePage = 65001, int encryption = 0, int flags = 0, int huff = -1, int huffCount = 0, int version = 6, int fragments = -1, int skeletons = -1)
    {
        var record = new byte[16 + 264];
        void Put16(int place, int value) => BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(place), (ushort)value);
        void Put32(int place, int value) => BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(place), value);
        Put16(0, compression);
        Put16(8, textRecords);
        Put16(10, 4096);
        Put16(12, encryption);
        "MOBI"u8.CopyTo(record.AsSpan(16));
        Put32(20, 264);
        Put32(28, codePage);
        Put32(36, version);
        Put32(0x70, huff);
        Put32(0x74, huffCount);
        Put16(0xF2, flags);
        Put32(0xC0, -1);
        Put32(0xF4, -1);
        Put32(0xF8, fragments);
        Put32(0xFC, skeletons);
        return record;
    }

    /// <summary>A code table in which every byte is a code of eight bits for the phrase of 255 less its value.</summary>
    public static byte[] HuffRecord(byte codeLength = 8)
    {
        var record = new byte[24 + 1024 + 256];
        "HUFF"u8.CopyTo(record);
        UInt32(24).CopyTo(record, 8);
        UInt32(24 + 1024).CopyTo(record, 12);
        for (var index = 0; index < 256; index++)
        {
            UInt32((0xFF << 8) | 0x80 | codeLength).CopyTo(record, 24 + (index * 4));
        }

        return record;
    }

    /// <summary>Phrases: bytes as they are, or codes for other phrases.</summary>
    public static byte[] CdicRecord(params (byte[] Bytes, bool IsPlain)[] phrases)
    {
        using var stream = new MemoryStream();
        stream.Write("CDIC"u8);
        stream.Write(UInt32(16));
        stream.Write(UInt32(phrases.Length));
        stream.Write(UInt32(8));
        var offset = phrases.Length * 2;
        foreach (var (bytes, _) in phrases)
        {
            stream.Write(UInt16(offset));
            offset += 2 + bytes.Length;
        }

        foreach (var (bytes, isPlain) in phrases)
        {
            stream.Write(UInt16(bytes.Length | (isPlain ? 0x8000 : 0)));
            stream.Write(bytes);
        }

        return stream.ToArray();
    }

    private static byte[] UInt16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] UInt32(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
