using System.Numerics;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>An index of a book (INDX): entries with a name and numbers under tags, and the strings that they refer to.</summary>
internal sealed class MobiIndex
{
    private const int MaxEntries = 1_000_000;

    private readonly List<MobiIndexEntry> _entries = [];
    private readonly List<byte[]> _strings = [];

    public IReadOnlyList<MobiIndexEntry> Entries => _entries;

    /// <param name="database">The records.</param>
    /// <param name="first">The record that the index starts with; the rest follow it.</param>
    public static MobiIndex Read(PalmDatabase database, int first)
    {
        var index = new MobiIndex();
        var head = database.Read(first);
        ThrowIfNotIndex(head);
        var (records, strings) = (BigEndian.Int32(head, 24), BigEndian.Int32(head, 52));
        if (records > database.Count || strings > database.Count)
        {
            throw MobiDamage.In("its index has more records than the book");
        }

        var (tags, controlBytes) = ReadTagTable(head, BigEndian.Int32(head, 4));
        for (var record = 1; record <= records; record++)
        {
            index.ReadEntries(database.Read(first + record), tags, controlBytes);
        }

        for (var record = 1; record <= strings; record++)
        {
            index._strings.Add(database.Read(first + records + record));
        }

        return index;
    }

    /// <summary>The bytes of a string that an entry refers to; empty if it is not there.</summary>
    public ReadOnlySpan<byte> String(int offset)
    {
        var (record, place) = (offset >> 16, offset & 0xFFFF);
        if (record >= _strings.Count || place >= _strings[record].Length)
        {
            return [];
        }

        var length = BigEndian.VariableWidth(_strings[record], ref place);
        return BigEndian.Slice(_strings[record], place, length);
    }

    private static void ThrowIfNotIndex(ReadOnlySpan<byte> record)
    {
        if (!record.StartsWith("INDX"u8))
        {
            throw MobiDamage.In("its index is not where it should be");
        }
    }

    private static (IReadOnlyList<IndexTag> Tags, int ControlBytes) ReadTagTable(ReadOnlySpan<byte> head, int offset)
    {
        if (!BigEndian.Slice(head, offset, 12).StartsWith("TAGX"u8))
        {
            throw MobiDamage.In("its index does not say what is in it");
        }

        var (length, controlBytes) = (BigEndian.Int32(head, offset + 4), BigEndian.Int32(head, offset + 8));
        if (length < 12 || controlBytes is < 1 or > 64)
        {
            throw MobiDamage.In("its index says what cannot be");
        }

        var tags = new List<IndexTag>();
        var table = BigEndian.Slice(head, offset + 12, length - 12);
        for (var place = 0; place + 4 <= table.Length; place += 4)
        {
            tags.Add(new IndexTag(table[place], table[place + 1], table[place + 2], table[place + 3] == 1));
        }

        return (tags, controlBytes);
    }

    private void ReadEntries(ReadOnlySpan<byte> record, IReadOnlyList<IndexTag> tags, int controlBytes)
    {
        ThrowIfNotIndex(record);
        var (table, count) = (BigEndian.Int32(record, 20), BigEndian.Int32(record, 24));
        if (count > record.Length || _entries.Count + count > MaxEntries || !BigEndian.Slice(record, table, 4).SequenceEqual("IDXT"u8))
        {
            throw MobiDamage.In("its index has no entries where they should be");
        }

        for (var index = 0; index < count; index++)
        {
            var start = BigEndian.UInt16(record, table + 4 + (index * 2));
            var end = index + 1 < count ? BigEndian.UInt16(record, table + 6 + (index * 2)) : table;
            _entries.Add(ReadEntry(BigEndian.Slice(record, start, end - start), tags, controlBytes));
        }
    }

    private static MobiIndexEntry ReadEntry(ReadOnlySpan<byte> entry, IReadOnlyList<IndexTag> tags, int controlBytes)
    {
        var nameLength = BigEndian.Slice(entry, 0, 1)[0];
        var name = BigEndian.Slice(entry, 1, nameLength).ToArray();
        var control = BigEndian.Slice(entry, 1 + nameLength, controlBytes);
        var place = 1 + nameLength + controlBytes;
        var present = new List<PresentTag>();
        var controlByte = 0;
        foreach (var tag in tags)
        {
            if (tag.EndsControlByte)
            {
                controlByte++;
                continue;
            }

            var value = controlByte < control.Length ? control[controlByte] & tag.Mask : 0;
            if (value == 0)
            {
                continue;
            }

            // All bits of a mask of several set: the values' size in bytes follows.
            var isSized = value == tag.Mask && BitOperations.PopCount(tag.Mask) > 1;
            present.Add(isSized
                ? new PresentTag(tag, 0, BigEndian.VariableWidth(entry, ref place))
                : new PresentTag(tag, value >> BitOperations.TrailingZeroCount(tag.Mask), 0));
        }

        var numbers = new Dictionary<int, int[]>();
        foreach (var (tag, values, bytes) in present)
        {
            numbers[tag.Number] = ReadNumbers(entry, ref place, values * tag.ValuesPerEntry, bytes);
        }

        return new MobiIndexEntry(name, numbers);
    }

    private static int[] ReadNumbers(ReadOnlySpan<byte> entry, ref int place, int count, int bytes)
    {
        var numbers = new List<int>();
        var end = place + bytes;
        while (bytes > 0 ? place < end : numbers.Count < count)
        {
            numbers.Add(BigEndian.VariableWidth(entry, ref place));
        }

        return [.. numbers];
    }

    // Classes: lists of structs are compiled anew in every reader.
    private sealed record IndexTag(byte Number, byte ValuesPerEntry, byte Mask, bool EndsControlByte);

    private sealed record PresentTag(IndexTag Tag, int Values, int Bytes);
}
