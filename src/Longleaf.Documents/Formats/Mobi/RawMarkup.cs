namespace Longleaf.Documents.Formats.Mobi;

/// <summary>The text of a book as it was packed: its records without what trails them, unpacked and joined.</summary>
internal static class RawMarkup
{
    private const int None = 1;
    private const int PalmDocCompression = 2;
    private const int HuffCompression = 17480;

    // The largest dictionaries are of some 60 MB.
    private const int MaxBytes = 128 << 20;
    private const int ProgressRecords = 256;

    /// <summary>Unpacks the text.</summary>
    /// <param name="database">The records.</param>
    /// <param name="header">How they are packed.</param>
    /// <param name="progress">Takes how many bytes are unpacked.</param>
    public static MemoryStream Read(PalmDatabase database, MobiHeader header, Action<long> progress)
    {
        var output = new MemoryStream();
        var huffman = header.Compression == HuffCompression ? HuffmanDictionary.Read(database, header) : null;
        for (var index = 1; index <= header.TextRecords; index++)
        {
            var record = database.Read(header.First + index);
            var packed = record.AsSpan(0, LengthWithoutTrailing(record, header.ExtraDataFlags));
            switch (header.Compression)
            {
                case None:
                    output.Write(packed);
                    break;
                case PalmDocCompression:
                    PalmDoc.Unpack(packed, output);
                    break;
                case HuffCompression:
                    huffman!.Unpack(packed, output);
                    break;
                default:
                    throw new UnreadableException(DocumentFailureCode.UnsupportedFormat, "This MOBI book is packed in a way that is not known.");
            }

            if (output.Length > MaxBytes)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, $"This MOBI book holds more than {MaxBytes >> 20} MB of text: split it into smaller files.");
            }

            if (index % ProgressRecords == 0)
            {
                progress(output.Length);
            }
        }

        return output;
    }

    // Behind the text stand entries of the kinds that the header's flags name, each with its size at its end.
    private static int LengthWithoutTrailing(ReadOnlySpan<byte> record, int flags)
    {
        var length = record.Length;
        for (var kinds = flags >> 1; kinds != 0 && length > 0; kinds >>= 1)
        {
            if ((kinds & 1) != 0)
            {
                var size = TrailingSize(record[..length]);
                if (size > length)
                {
                    throw MobiDamage.In("a text record's end cannot be");
                }

                length -= size;
            }
        }

        // The bytes of a character that goes on in the next record.
        if ((flags & 1) != 0 && length > 0)
        {
            length = Math.Max(0, length - ((record[length - 1] & 3) + 1));
        }

        return length;
    }

    private static int TrailingSize(ReadOnlySpan<byte> record)
    {
        var (size, shift) = (0, 0);
        for (var index = record.Length - 1; index >= 0 && shift < 28; index--)
        {
            size |= (record[index] & 0x7F) << shift;
            shift += 7;
            if ((record[index] & 0x80) != 0)
            {
                break;
            }
        }

        return size;
    }
}
