using System.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>Record 0 of a book, or of the KF8 part of a hybrid: how its text is packed, and where its indexes are.</summary>
internal sealed class MobiHeader
{
    private const int NoRecord = -1;
    private const int MobiOffset = 16;
    private const int ShortHeader = 0xE4;

    private readonly byte[] _record;
    private readonly int _length;

    /// <param name="record">The record.</param>
    /// <param name="first">Its number: those in it are counted from there.</param>
    public MobiHeader(byte[] record, int first)
    {
        _record = record;
        First = first;
        Compression = BigEndian.UInt16(record, 0);
        TextLength = BigEndian.UInt32(record, 4);
        TextRecords = BigEndian.UInt16(record, 8);
        Encryption = BigEndian.UInt16(record, 12);
        if (record.AsSpan().Length >= MobiOffset + 8 && record.AsSpan(MobiOffset).StartsWith("MOBI"u8))
        {
            _length = (int)Math.Min(BigEndian.UInt32(record, MobiOffset + 4), (uint)(record.Length - MobiOffset));
            CodePage = Has(28) ? (int)Math.Min(BigEndian.UInt32(record, 28), int.MaxValue) : 1252;
            Version = Has(36) ? BigEndian.UInt32(record, 36) : 0;
        }
    }

    public int First { get; }

    /// <summary>1 none, 2 PalmDOC, 17480 ("DH") HUFF/CDIC.</summary>
    public int Compression { get; }

    /// <summary>How long the unpacked text is to be.</summary>
    public long TextLength { get; }

    public int TextRecords { get; }

    /// <summary>0 none, 1 the old kind, 2 Mobipocket's.</summary>
    public int Encryption { get; }

    public bool IsMobi => _length > 0;

    public uint Version { get; }

    public int CodePage { get; } = 1252;

    public bool IsKf8 => Version >= 8;

    /// <summary>Which entries trail each text record.</summary>
    public int ExtraDataFlags => _length >= ShortHeader && Has(0xF0) ? BigEndian.UInt16(_record, 0xF2) : 0;

    public int HuffRecord => Record(0x70);

    public int HuffCount => Has(0x74) ? (int)Math.Min(BigEndian.UInt32(_record, 0x74), ushort.MaxValue) : 0;

    public int NcxIndex => Record(0xF4);

    public int FlowTable => IsKf8 ? Record(0xC0) : NoRecord;

    public int FragmentIndex => IsKf8 ? Record(0xF8) : NoRecord;

    public int SkeletonIndex => IsKf8 ? Record(0xFC) : NoRecord;

    /// <summary>The full title; <see langword="null"/> if there is none.</summary>
    public string? FullName
    {
        get
        {
            if (!Has(0x58))
            {
                return null;
            }

            var (offset, length) = (BigEndian.UInt32(_record, 0x54), BigEndian.UInt32(_record, 0x58));
            return length is > 0 and < 4096 && offset + length <= _record.Length ? Encoding().GetString(_record, (int)offset, (int)length) : null;
        }
    }

    /// <summary>The metadata behind the header.</summary>
    public ExthMetadata Metadata() =>
        Has(0x80) && (BigEndian.UInt32(_record, 0x80) & 0x40) != 0 ? ExthMetadata.Read(_record.AsSpan(MobiOffset + _length), Encoding()) : ExthMetadata.None;

    /// <summary>The charset of the text.</summary>
    public Encoding Encoding()
    {
        if (CodePage == System.Text.Encoding.UTF8.CodePage)
        {
            return System.Text.Encoding.UTF8;
        }

        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return System.Text.Encoding.GetEncoding(CodePage);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Mobipocket's default.
            return System.Text.Encoding.GetEncoding(1252);
        }
    }

    private bool Has(int offset) => IsMobi && offset + 4 <= MobiOffset + _length;

    private int Record(int offset) => Has(offset) && BigEndian.UInt32(_record, offset) is < ushort.MaxValue and var value ? First + (int)value : NoRecord;
}
