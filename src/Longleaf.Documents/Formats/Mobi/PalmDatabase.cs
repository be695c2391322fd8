using System.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>The Palm database around a book: numbered records, read as they are asked for.</summary>
internal sealed class PalmDatabase
{
    private const int HeaderBytes = 78;
    private const int EntryBytes = 8;

    // Text and indexes come in records of up to 64 KB; pictures are not read.
    private const int MaxRecordBytes = 8 << 20;

    private readonly Stream _input;
    private readonly long[] _offsets;

    public PalmDatabase(Stream input)
    {
        _input = input;
        var header = new byte[HeaderBytes];
        input.Position = 0;
        if (input.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw MobiDamage.In("its header is not whole");
        }

        Name = Encoding.Latin1.GetString(header.AsSpan(0, 32)).Split('\0')[0];
        IsMobipocket = header.AsSpan(60).StartsWith("BOOKMOBI"u8);
        var count = BigEndian.UInt16(header, 76);
        var table = new byte[count * EntryBytes];
        if (input.ReadAtLeast(table, table.Length, throwOnEndOfStream: false) < table.Length)
        {
            throw MobiDamage.In("its list of records is not whole");
        }

        _offsets = new long[count + 1];
        for (var index = 0; index < count; index++)
        {
            _offsets[index] = BigEndian.UInt32(table, index * EntryBytes);
        }

        _offsets[count] = input.Length;
    }

    /// <summary>The database's own name: the title, shortened.</summary>
    public string Name { get; }

    /// <summary>Whether it is of Mobipocket, and not plain PalmDOC.</summary>
    public bool IsMobipocket { get; }

    public int Count => _offsets.Length - 1;

    /// <summary>A record's bytes.</summary>
    public byte[] Read(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw MobiDamage.In("a record that it refers to is missing");
        }

        var length = _offsets[index + 1] - _offsets[index];
        if (length < 0 || _offsets[index + 1] > _input.Length || length > MaxRecordBytes)
        {
            throw MobiDamage.In("a record of it is not where it should be");
        }

        var record = new byte[length];
        _input.Position = _offsets[index];
        _input.ReadExactly(record);
        return record;
    }

    /// <summary>Whether a record holds just these bytes.</summary>
    public bool IsExactly(int index, ReadOnlySpan<byte> bytes) =>
        index >= 0 && index < Count && _offsets[index + 1] - _offsets[index] == bytes.Length && Read(index).AsSpan().SequenceEqual(bytes);
}
