using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.Encodings;

namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>What codes of simple fonts read as: the named encodings and names of glyphs (ISO 32000-1, annex D; Adobe Glyph List Specification).</summary>
internal static class GlyphEncodings
{
    private const int Codes = 256;

    // From 0x80 on; below all are ASCII, but for the quotes of StandardEncoding.
    private const string WinAnsi =
        "\u20AC\u2022\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u2022\u017D\u2022"
        + "\u2022\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u2022\u017E\u0178"
        + "\u00A0\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE\u00AF"
        + "\u00B0\u00B1\u00B2\u00B3\u00B4\u00B5\u00B6\u00B7\u00B8\u00B9\u00BA\u00BB\u00BC\u00BD\u00BE\u00BF"
        + "\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE\u00CF"
        + "\u00D0\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD\u00DE\u00DF"
        + "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF"
        + "\u00F0\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE\u00FF";

    private const string MacRoman =
        "\u00C4\u00C5\u00C7\u00C9\u00D1\u00D6\u00DC\u00E1\u00E0\u00E2\u00E4\u00E3\u00E5\u00E7\u00E9\u00E8"
        + "\u00EA\u00EB\u00ED\u00EC\u00EE\u00EF\u00F1\u00F3\u00F2\u00F4\u00F6\u00F5\u00FA\u00F9\u00FB\u00FC"
        + "\u2020\u00B0\u00A2\u00A3\u00A7\u2022\u00B6\u00DF\u00AE\u00A9\u2122\u00B4\u00A8\u2260\u00C6\u00D8"
        + "\u221E\u00B1\u2264\u2265\u00A5\u00B5\u2202\u2211\u220F\u03C0\u222B\u00AA\u00BA\u03A9\u00E6\u00F8"
        + "\u00BF\u00A1\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u00C0\u00C3\u00D5\u0152\u0153"
        + "\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u00FF\u0178\u2044\u00A4\u2039\u203A\uFB01\uFB02"
        + "\u2021\u00B7\u201A\u201E\u2030\u00C2\u00CA\u00C1\u00CB\u00C8\u00CD\u00CE\u00CF\u00CC\u00D3\u00D4"
        + "\0\u00D2\u00DA\u00DB\u00D9\u0131\u02C6\u02DC\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB\u02C7";

    private const string Standard =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        + "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        + "\0\u00A1\u00A2\u00A3\u2044\u00A5\u0192\u00A7\u00A4\u0027\u201C\u00AB\u2039\u203A\uFB01\uFB02"
        + "\0\u2013\u2020\u2021\u00B7\0\u00B6\u2022\u201A\u201E\u201D\u00BB\u2026\u2030\0\u00BF"
        + "\0\u0060\u00B4\u02C6\u02DC\u00AF\u02D8\u02D9\u00A8\0\u02DA\u00B8\0\u02DD\u02DB\u02C7"
        + "\u2014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        + "\0\u00C6\0\u00AA\0\0\0\0\u0141\u00D8\u0152\u00BA\0\0\0\0"
        + "\0\u00E6\0\0\0\u0131\0\0\u0142\u00F8\u0153\u00DF\0\0\0\0";

    /// <summary>The characters of an encoding by its name; <see langword="null"/> if there is none of the name.</summary>
    public static string?[]? ByName(string? name) => name switch
    {
        "WinAnsiEncoding" => Table(WinAnsi),
        "MacRomanEncoding" => Table(MacRoman),
        "StandardEncoding" => StandardTable(),
        _ => null,
    };

    /// <summary>The encoding of the two fonts of symbols that every reader knows.</summary>
    public static string?[]? OfSymbols(string? font) => font switch
    {
        "Symbol" => Named(SymbolEncoding.Instance, GlyphList.AdobeGlyphList),
        "ZapfDingbats" => Named(ZapfDingbatsEncoding.Instance, GlyphList.ZapfDingbats),
        _ => null,
    };

    public static string?[] StandardTable()
    {
        var table = Table(Standard);
        (table['\''], table['`']) = ("\u2019", "\u2018");
        return table;
    }

    /// <summary>What a name of a glyph reads as; <see langword="null"/> if it says nothing.</summary>
    public static string? OfName(string name)
    {
        if (name.Length == 1)
        {
            return name;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return dot == 0 ? null : OfName(name[..dot]);
        }

        return Listed(name) ?? OfNumber(name) ?? (name.Contains('_', StringComparison.Ordinal) ? OfParts(name) : null);
    }

    private static string? OfParts(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split('_', 8))
        {
            text.Append(part.Contains('_', StringComparison.Ordinal) ? null : OfName(part));
        }

        return text.Length == 0 ? null : text.ToString();
    }

    // "uni20AC" of four digits each, "u1F600" of four to six.
    private static string? OfNumber(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0 && name.Length <= 35)
        {
            var text = new StringBuilder();
            for (var at = 3; at < name.Length; at += 4)
            {
                if (!ushort.TryParse(name.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                {
                    return null;
                }

                text.Append((char)unit);
            }

            return text.ToString();
        }

        return name[0] == 'u' && name.Length is >= 5 and <= 7
            && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : null;
    }

    private static string? Listed(string name)
    {
        try
        {
            return GlyphList.AdobeGlyphList.NameToUnicode(name);
        }
#pragma warning disable CA1031 // It throws on names that look like numbers and are none.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string?[] Table(string upper)
    {
        var table = new string?[Codes];
        for (var code = (int)' '; code < '\x7F'; code++)
        {
            table[code] = ((char)code).ToString();
        }

        for (var index = 0; index < upper.Length; index++)
        {
            table[0x80 + index] = upper[index] == '\0' ? null : upper[index].ToString();
        }

        return table;
    }

    private static string?[] Named(UglyToad.PdfPig.Fonts.Encodings.Encoding encoding, GlyphList list)
    {
        var table = new string?[Codes];
        foreach (var (code, name) in encoding.CodeToNameMap)
        {
            if ((uint)code < Codes)
            {
                table[code] = list.NameToUnicode(name);
            }
        }

        return table;
    }
}
