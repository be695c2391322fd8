namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>A font of codes of two bytes that are its glyphs' numbers (Identity-H and -V), read by its map to Unicode.</summary>
internal sealed class CompositeFont(ToUnicodeMap map, CidWidths widths) : PdfFont
{
    public override int ReadCode(ReadOnlySpan<byte> text, out int length)
    {
        length = Math.Min(2, text.Length);
        return length == 2 ? (text[0] << 8) | text[1] : text[0];
    }

    protected override Glyph Make(int code)
    {
        var advance = (IsVertical ? widths.Height(code) : widths.Width(code)) / 1000;
        var text = map.Text(code);
        return text is null ? new Glyph("\uFFFD", advance, IsKnown: false) : new Glyph(text, advance);
    }
}
