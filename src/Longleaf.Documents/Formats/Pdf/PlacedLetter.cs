using UglyToad.PdfPig.Content;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>A letter with its place turned upright.</summary>
internal readonly record struct PlacedLetter(string Value, double Left, double Right, double Baseline, double Size, bool IsBold, int Turn)
{
    public static PlacedLetter Of(Letter letter)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var (turn, left, right, baseline) = letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => (90, -start.Y, -end.Y, start.X),
            TextOrientation.Rotate180 => (180, -start.X, -end.X, -start.Y),
            TextOrientation.Rotate270 => (270, start.Y, end.Y, -start.X),
            _ => (0, start.X, end.X, start.Y),
        };
        // Some fonts are declared at size 1 and scaled by the text matrix alone; the glyph's box says how large they are.
        var size = letter.PointSize > 0.5 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
        return new PlacedLetter(letter.Value ?? "", Math.Min(left, right), Math.Max(left, right), baseline, size, letter.FontDetails?.IsBold == true, turn);
    }
}
