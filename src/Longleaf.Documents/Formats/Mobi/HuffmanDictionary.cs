using System.Buffers.Binary;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>HUFF/CDIC packing: codes of up to 32 bits stand for phrases, which may be packed themselves.</summary>
internal sealed class HuffmanDictionary
{
    private const int MaxPhrases = 1 << 20;
    private const int MaxDepth = 32;

    // A text record is of 4 KB: a phrase of more than this, or all of them of more than that, are no book's.
    private const int MaxPhraseBytes = 64 << 10;
    private const int MaxDictionaryBytes = 32 << 20;
    private const int MaxRecordBytes = 1 << 20;

    private readonly (int Length, bool IsTerminal, uint Maximum)[] _byFirstByte = new (int, bool, uint)[256];
    private readonly uint[] _minimum = new uint[33];
    private readonly uint[] _maximum = new uint[33];
    private readonly List<byte[]> _phrases = [];
    private readonly List<PhraseState> _states = [];
    private long _unpackedBytes;

    private HuffmanDictionary()
    {
    }

    private enum PhraseState
    {
        Packed,
        Unpacking,
        Unpacked,
    }

    public static HuffmanDictionary Read(PalmDatabase database, MobiHeader header)
    {
        var dictionary = new HuffmanDictionary();
        dictionary.ReadCodes(database.Read(header.HuffRecord));
        for (var index = 1; index < header.HuffCount; index++)
        {
            dictionary.ReadPhrases(database.Read(header.HuffRecord + index));
        }

        return dictionary;
    }

    /// <summary>Unpacks a text record.</summary>
    public void Unpack(ReadOnlySpan<byte> packed, Stream output)
    {
        var unpacked = new MemoryStream();
        Unpack(packed, unpacked, MaxRecordBytes, 0);
        output.Write(unpacked.GetBuffer(), 0, (int)unpacked.Length);
    }

    private void ReadCodes(ReadOnlySpan<byte> record)
    {
        if (!record.StartsWith("HUFF"u8))
        {
            throw MobiDamage.In("its dictionary is missing");
        }

        var (first, second) = (BigEndian.Int32(record, 8), BigEndian.Int32(record, 12));
        for (var index = 0; index < 256; index++)
        {
            var value = BigEndian.UInt32(record, first + (index * 4));
            var length = (int)(value & 0x1F);
            if (length == 0)
            {
                // A code of no bits would never end.
                throw MobiDamage.In("its dictionary has a code of no length");
            }

            _byFirstByte[index] = (length, (value & 0x80) != 0, Upper(value >> 8, length));
        }

        for (var length = 1; length <= 32; length++)
        {
            _minimum[length] = (uint)((ulong)BigEndian.UInt32(record, second + ((length - 1) * 8)) << (32 - length));
            _maximum[length] = Upper(BigEndian.UInt32(record, second + ((length - 1) * 8) + 4), length);
        }
    }

    private static uint Upper(uint code, int length) => (uint)((((ulong)code + 1) << (32 - length)) - 1);

    private void ReadPhrases(ReadOnlySpan<byte> record)
    {
        if (!record.StartsWith("CDIC"u8))
        {
            throw MobiDamage.In("a part of its dictionary is missing");
        }

        var (all, bits) = (BigEndian.UInt32(record, 8), BigEndian.UInt32(record, 12));
        if (all > MaxPhrases || bits > 20)
        {
            throw MobiDamage.In("its dictionary has more phrases than there can be");
        }

        var count = Math.Min(1 << (int)bits, (int)all - _phrases.Count);
        for (var index = 0; index < count; index++)
        {
            var place = 16 + BigEndian.UInt16(record, 16 + (index * 2));
            var length = BigEndian.UInt16(record, place);
            _phrases.Add(BigEndian.Slice(record, place + 2, length & 0x7FFF).ToArray());
            _states.Add((length & 0x8000) != 0 ? PhraseState.Unpacked : PhraseState.Packed);
        }
    }

    private byte[] Phrase(uint index, int depth)
    {
        if (index >= _phrases.Count || _states[(int)index] == PhraseState.Unpacking || depth > MaxDepth)
        {
            throw MobiDamage.In("its dictionary refers to itself or to nothing");
        }

        var place = (int)index;
        if (_states[place] == PhraseState.Packed)
        {
            _states[place] = PhraseState.Unpacking;
            var unpacked = new MemoryStream();
            Unpack(_phrases[place], unpacked, MaxPhraseBytes, depth + 1);
            _phrases[place] = unpacked.ToArray();
            _states[place] = PhraseState.Unpacked;
            _unpackedBytes += unpacked.Length;
            if (_unpackedBytes > MaxDictionaryBytes)
            {
                throw MobiDamage.In("its dictionary unpacks to more than there can be");
            }
        }

        return _phrases[place];
    }

    private void Unpack(ReadOnlySpan<byte> packed, MemoryStream output, int most, int depth)
    {
        var (bit, end) = (0L, packed.Length * 8L);
        while (bit < end)
        {
            var code = Window(packed, bit);
            var (length, isTerminal, maximum) = _byFirstByte[code >> 24];
            if (!isTerminal)
            {
                while (length <= 32 && code < _minimum[length])
                {
                    length++;
                }

                if (length > 32)
                {
                    throw MobiDamage.In("its text has a code that its dictionary has not");
                }

                maximum = _maximum[length];
            }

            bit += length;
            if (bit > end)
            {
                // The bits that fill the last byte.
                return;
            }

            output.Write(Phrase((maximum - code) >> (32 - length), depth));
            if (output.Length > most)
            {
                throw MobiDamage.In("a text record unpacks to more than there can be");
            }
        }
    }

    // 32 bits from a bit on; zeroes past the end.
    private static uint Window(ReadOnlySpan<byte> packed, long bit)
    {
        var first = (int)(bit >> 3);
        if (first + 8 <= packed.Length)
        {
            return (uint)(BinaryPrimitives.ReadUInt64BigEndian(packed[first..]) >> (32 - (int)(bit & 7)));
        }

        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        packed[first..].CopyTo(bytes);
        return (uint)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> (32 - (int)(bit & 7)));
    }
}
