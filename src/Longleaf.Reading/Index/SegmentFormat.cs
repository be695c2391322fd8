namespace Longleaf.Reading.Index;

/// <summary>How a segment is laid out; all integers little-endian.</summary>
/// <remarks>
/// <code>
/// postings   per term, see PostingList
/// passages   PassageBytes each: first byte u32, bytes u32, tokens u16, length in terms u16
/// terms      TermBytes each, sorted by their UTF-8: first byte of the text u32, postings u32, passages it is in u32; one more that ends them
/// text       the terms' UTF-8, one after the other
/// titles     TitleBytes each, sorted: key u64 (see TitleKey), passage u32
/// footer     FooterBytes
/// </code>
/// </remarks>
internal static class SegmentFormat
{
    public const uint Magic = 0x4753_4C4C; // "LLSG"
    public const int PassageBytes = 12;
    public const int TermBytes = 12;
    public const int TitleBytes = 12;
    public const int FooterBytes = 72;

    // Footer: magic u32, version u32, passages i32, terms i32, sum of lengths i64, tokens i64, offset i64 of passages, terms, text, titles,
    // checksum of all before the footer u32, checksum of the footer before this u32.
    public const int PassageCountAt = 8;
    public const int TermCountAt = 12;
    public const int TotalLengthAt = 16;
    public const int TokensAt = 24;
    public const int PassagesAt = 32;
    public const int TermsAt = 40;
    public const int TextAt = 48;
    public const int TitlesAt = 56;
    public const int BodyChecksumAt = 64;
    public const int FooterChecksumAt = 68;
}
