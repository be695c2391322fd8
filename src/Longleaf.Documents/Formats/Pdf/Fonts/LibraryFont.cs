using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>A font that only its program or one of the predefined character maps can tell: PdfPig's.</summary>
internal sealed class LibraryFont(IFont font) : PdfFont
{
    private readonly byte[] _code = new byte[4];

    public override int ReadCode(ReadOnlySpan<byte> text, out int length)
    {
        // It reads through an interface made for files; a code has four bytes at most.
        var size = Math.Min(_code.Length, text.Length);
        text[..size].CopyTo(_code);
        var bytes = new MemoryInputBytes(_code.AsMemory(0, size));
        bytes.MoveNext();
        var code = font.ReadCharacterCode(bytes, out length);
        length = Math.Clamp(length, 1, size);
        return code;
    }

    protected override Glyph Make(int code)
    {
        var advance = Advance(code);
        return font.TryGetUnicode(code, out var text) && text is not null ? new Glyph(text, advance) : new Glyph(code < 0x20 && font.TryGetUnicode('A', out _) ? "" : "\uFFFD", advance, IsKnown: false);
    }

    private double Advance(int code)
    {
        try
        {
            // Set from top to bottom, letters that are not as high as wide are rare, and PdfPig keeps their heights to itself.
            return font.IsVertical ? 1 : font.GetBoundingBox(code).Width;
        }
#pragma warning disable CA1031 // PdfPig throws whatever a font program makes it run into.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return 0.5;
        }
    }
}
