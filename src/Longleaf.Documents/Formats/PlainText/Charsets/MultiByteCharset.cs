using System.Text;

namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>A charset of two bytes a character and what its characters cost, in nats: those that its language uses most cost least.</summary>
internal sealed class MultiByteCharset
{
    // A byte sequence that means nothing, and a character that hardly anyone writes: as probable as any of some 20,000, or less.
    private const byte Impossible = 24;
    private const byte Rare = 11;

    // Hanzi, kanji and hanja of the first level: some 3,000 to 5,400, of which few make up most of a text.
    private const byte FirstLevel = 7;
    private const byte Punctuation = 5;
    private const byte Kana = 4;

    // Katakana of one byte: to what is not Japanese every second byte is one.
    private const byte HalfWidthKana = 9;

    private readonly byte[] _costs = new byte[char.MaxValue + 1];
    private readonly Encoding _strict;

    private MultiByteCharset(int codePage, int firstLevelCodePage, int firstLead, int lastLead, byte firstLevelCost)
    {
        CodePage = codePage;
        _strict = Strict(codePage);
        Array.Fill(_costs, Rare);
        _costs['\uFFFD'] = Impossible;
        Array.Fill(_costs, Impossible, 0x80, 0x20);
        Array.Fill(_costs, Impossible, 0xE000, 0x1900);
        Array.Fill(_costs, Punctuation, 0x3000, 0x20);
        Array.Fill(_costs, Punctuation, 0xFF01, 0x5E);
        Array.Fill(_costs, HalfWidthKana, 0xFF61, 0x3F);
        foreach (var character in Level(Strict(firstLevelCodePage), firstLead, lastLead))
        {
            _costs[character] = firstLevelCost;
        }
    }

    /// <summary>The charsets. Windows' are told for those of the standards that they contain (GB 2312, KS C 5601).</summary>
    public static IReadOnlyList<MultiByteCharset> All { get; } = [Japanese(932), Japanese(51932), new(54936, 936, 0xB0, 0xD7, FirstLevel), new(950, 950, 0xA4, 0xC6, FirstLevel), Korean(949, 949), Korean(1361, 949)];

    public int CodePage { get; }

    /// <summary>What all characters but those of ASCII cost together, if the text is in this charset.</summary>
    public double CostOf(ReadOnlySpan<byte> text)
    {
        var cost = 0.0;
        // The last sequence may be cut.
        foreach (var unit in _strict.GetString(text).AsSpan()[..^1])
        {
            cost += unit < 0x80 ? 0 : _costs[unit];
        }

        return cost;
    }

    private static MultiByteCharset Japanese(int codePage)
    {
        var charset = new MultiByteCharset(codePage, 51932, 0xB0, 0xCF, FirstLevel);
        Array.Fill(charset._costs, Kana, 0x3041, 0x53);
        Array.Fill(charset._costs, Kana, 0x30A1, 0x5C);
        return charset;
    }

    private static MultiByteCharset Korean(int codePage, int firstLevelCodePage)
    {
        var charset = new MultiByteCharset(codePage, firstLevelCodePage, 0xB0, 0xC8, FirstLevel);
        // Half of the syllables of running text.
        foreach (var syllable in "이다는의에을가하고지기나사로은한를도서인리어시그자대정있수아라전제과일해만들구보부것원장조여주상유게성공무국경적중면비동오세모안치우내신스니연위문소미당")
        {
            charset._costs[syllable] = Kana;
        }

        return charset;
    }

    private static string Level(Encoding encoding, int firstLead, int lastLead)
    {
        var bytes = new List<byte>();
        for (var lead = firstLead; lead <= lastLead; lead++)
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                // Big5 has two ranges of second bytes, the others the upper one.
                if (trail >= 0xA1 || (trail <= 0x7E && encoding.CodePage == 950))
                {
                    bytes.AddRange([(byte)lead, (byte)trail]);
                }
            }
        }

        return string.Concat(encoding.GetString([.. bytes]).Where(character => character is (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')));
    }

    private static Encoding Strict(int codePage) => Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
}
