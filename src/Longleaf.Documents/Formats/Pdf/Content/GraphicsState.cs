using Longleaf.Documents.Formats.Pdf.Fonts;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>What of a graphics state says where text stands (ISO 32000-1, 8.4 and 9.3).</summary>
internal struct GraphicsState
{
    public Matrix Transformation;
    public PdfFont? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;

    public static GraphicsState Initial(in Matrix transformation) => new() { Transformation = transformation, HorizontalScale = 1 };
}
