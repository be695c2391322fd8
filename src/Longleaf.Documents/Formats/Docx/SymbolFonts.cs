namespace Longleaf.Documents.Formats.Docx;

/// <summary>Characters of symbol fonts, which Word keeps at U+F000 and on.</summary>
internal static class SymbolFonts
{
    // The Symbol font's letters from 0x61 and 0x41 on (Adobe's Symbol encoding).
    private const string SmallGreek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    private const string CapitalGreek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

    public static string Resolve(string font, int code)
    {
        var low = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        if (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return InSymbol(low);
        }

        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase))
        {
            return low switch
            {
                0xFC or 0x50 => "✓",
                0xFB or 0x4F => "✗",
                0xFE or 0x52 => "☑",
                0xFD or 0x51 or 0x53 or 0x54 => "☒",
                0xA8 or 0x6F or 0x71 or 0xA3 => "☐",
                0xE0 => "→",
                0xDF => "←",
                0x4A => "☺",
                _ => "•",
            };
        }

        return code is > 0xFFFF or (>= 0xD800 and <= 0xDFFF) or (>= 0xF000 and <= 0xF0FF) ? "" : ((char)code).ToString();
    }

    private static string InSymbol(int low) => low switch
    {
        >= 'a' and <= 'z' => SmallGreek[low - 'a'].ToString(),
        >= 'A' and <= 'Z' => CapitalGreek[low - 'A'].ToString(),
        0xB0 => "°",
        0xB1 => "±",
        0xB4 => "×",
        0xB8 => "÷",
        0xA3 => "≤",
        0xB3 => "≥",
        0xB9 => "≠",
        0xBB => "≈",
        0xA5 => "∞",
        0xAE => "→",
        0xAC => "←",
        0xDE => "⇒",
        0xE5 => "∑",
        0xD6 => "√",
        0xF2 => "∫",
        0xB6 => "∂",
        0xCE => "∈",
        0xB7 => "•",
        >= 0x20 and <= 0x7E => ((char)low).ToString(),
        _ => "",
    };
}
