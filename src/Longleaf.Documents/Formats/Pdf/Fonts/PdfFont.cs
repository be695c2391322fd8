namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>A font as reading text needs it: what its codes read as and how wide they are. Glyphs are made once.</summary>
internal abstract class PdfFont
{
    private readonly Glyph?[] _low = new Glyph?[256];
    private Dictionary<int, Glyph>? _high;

    public bool IsBold { get; init; }

    /// <summary>Whether it is set from top to bottom.</summary>
    public bool IsVertical { get; init; }

    /// <summary>How large its letters are at size 1, which is 1 but for fonts made of drawings.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Reads the next code of a text that is not empty.</summary>
    /// <param name="text">The rest of the text.</param>
    /// <param name="length">How many bytes it has, at least 1.</param>
    public abstract int ReadCode(ReadOnlySpan<byte> text, out int length);

    public Glyph Glyph(int code)
    {
        if ((uint)code < 256)
        {
            return _low[code] ??= Make(code);
        }

        _high ??= [];
        if (!_high.TryGetValue(code, out var glyph))
        {
            glyph = Make(code);
            _high.Add(code, glyph);
        }

        return glyph;
    }

    protected abstract Glyph Make(int code);
}
