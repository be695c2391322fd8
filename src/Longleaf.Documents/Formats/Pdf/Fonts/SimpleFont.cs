namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>A font of codes of one byte, told by its dictionary: the font program is only read for a code that the dictionary does not tell.</summary>
/// <param name="map">Its own map to Unicode.</param>
/// <param name="encoding">What its codes read as where the map does not say.</param>
/// <param name="program">The font with its program.</param>
internal sealed class SimpleFont(ToUnicodeMap? map, string?[] encoding, Lazy<PdfFont?>? program) : PdfFont
{
    /// <summary>The first code that has a width.</summary>
    public required int First { get; init; }

    /// <summary>Widths from there on.</summary>
    public required double[] Widths { get; init; }

    /// <summary>The width of other codes.</summary>
    public double MissingWidth { get; init; }

    /// <summary>What a unit of width is at size 1.</summary>
    public double Unit { get; init; } = 0.001;

    public override int ReadCode(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        return text[0];
    }

    protected override Glyph Make(int code)
    {
        var width = (code >= First && code - First < Widths.Length ? Widths[code - First] : MissingWidth) * Unit;
        var text = map?.Text(code) ?? encoding[code] ?? (program?.Value?.Glyph(code) is { IsKnown: true } glyph ? glyph.Text : null);
        if (text is not null)
        {
            return new Glyph(text, width);
        }

        // Fonts that say nothing are most often set in plain codes; control codes of those that have letters show nothing.
        return program is not null && code is (>= 0x20 and < 0x7F) or >= 0xA0
            ? new Glyph(((char)code).ToString(), width)
            : new Glyph(code < 0x20 && encoding[' '] is not null ? "" : "\uFFFD", width, IsKnown: false);
    }
}
