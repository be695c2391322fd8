using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Characters of symbol fonts, which Word keeps at U+F000 and on.</summary>
internal static class SymbolFonts
{
    // Adobe's Symbol encoding, from 0x20 to 0x7E and from 0xA0 to 0xFE; a blank where it has pieces of tall brackets.
    private const string SymbolLow =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private const string SymbolHigh =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫⌠ ⌡         ";

    private const int MaxOrnaments = 2;

    private static readonly (string Name, string Font)[] Named = [("Symbol", "Symbol"), ("Wingdings", "Wingdings"), ("Wingdings 2", "Wingdings 2"), ("Wingdings 3", "Other"), ("Webdings", "Webdings"), ("ZapfDingbats", "Other"), ("Zapf Dingbats", "Other")];

    /// <summary>Whether a font's letters are other signs.</summary>
    public static bool IsSymbol(string? font) => font is not null && FontOf(font) is not null;

    /// <summary>What a character of a font shows.</summary>
    public static string Resolve(string font, int code)
    {
        var low = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        return FontOf(font) switch
        {
            "Symbol" => InSymbol(low),
            "Wingdings" => InWingdings(low),
            // Only the ticks of the others are more than ornaments.
            "Wingdings 2" => low switch { 0x50 => "✓", 0x4F => "✗", 0x52 => "☑", 0x51 or 0x53 or 0x54 => "☒", 0xA3 or 0x2A => "☐", _ => "•" },
            "Webdings" => low switch { 0x61 => "✓", 0x72 => "✗", 0x63 => "☐", _ => "•" },
            "Other" => "•",
            _ => code is >= 0xF000 and <= 0xF0FF ? InSymbol(low) : code is <= 0 or > 0xFFFF or (>= 0xD800 and <= 0xDFFF) ? "" : ((char)code).ToString(),
        };
    }

    /// <summary>Puts in what a font shows for the text from a place on.</summary>
    /// <param name="font">A symbol font; <see langword="null"/> for any other, where only the characters made for symbol fonts are resolved.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">The place.</param>
    public static void Resolve(string? font, StringBuilder text, int start)
    {
        var first = start;
        var length = text.Length - start;
        while (first < text.Length && !IsResolved(font, text[first], length))
        {
            first++;
        }

        if (first == text.Length)
        {
            return;
        }

        var rest = text.ToString(first, text.Length - first);
        text.Length = first;
        foreach (var unit in rest)
        {
            text.Append(IsResolved(font, unit, length) ? Resolve(font ?? "", unit) : unit.ToString());
        }
    }

    // Words in a font of ornaments are words that someone took for text; a letter alone is a tick or a box.
    private static bool IsResolved(string? font, char unit, int length) =>
        unit is >= '\uF020' and <= '\uF0FF' || (font is not null && unit is > ' ' and <= '\u00FF' && (length <= MaxOrnaments || FontOf(font) == "Symbol"));

    private static string? FontOf(string font)
    {
        foreach (var (name, kind) in Named)
        {
            if (font.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    private static string InSymbol(int low) =>
        low is >= 0x20 and <= 0x7E ? SymbolLow[low - 0x20].ToString()
        : low is >= 0xA0 and <= 0xFE && SymbolHigh[low - 0xA0] is var sign and not ' ' ? sign.ToString()
        : "";

    // By the characters of Unicode that look like it; what is a mere ornament is a bullet, and an empty box is one to be ticked.
    private static string InWingdings(int low) => low switch
    {
        0x28 => "☎",
        0x2A => "✉",
        0x3F => "✍",
        >= 0x45 and <= 0x48 => "☜☞☝☟"[low - 0x45].ToString(),
        0x4A => "☺",
        0x4C => "☹",
        0x52 => "☼",
        0x6C => "●",
        0x6E => "■",
        0x6F or 0x71 or 0x72 or 0xA8 => "☐",
        0x75 => "◆",
        0x76 => "❖",
        0x78 or 0xFD => "☒",
        0xFE => "☑",
        >= 0x81 and <= 0x8A => ((char)('①' + low - 0x81)).ToString(),
        >= 0x8C and <= 0x95 => ((char)('❶' + low - 0x8C)).ToString(),
        0xA1 => "○",
        0xA7 => "▪",
        0xAB => "★",
        >= 0xDF and <= 0xE6 => "←→↑↓↖↗↙↘"[low - 0xDF].ToString(),
        0xE8 or 0xF0 => "→",
        0xE7 or 0xEF => "←",
        0xF3 => "⇔",
        0xFB => "✗",
        0xFC => "✓",
        _ => "•",
    };
}
