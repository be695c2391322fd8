using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Tells pages that are pictures of text from pages of text.</summary>
internal sealed class PictureFinder(Page page)
{
    // A page number, a stamp or a line that a scanner added.
    private const int FewLetters = 20;
    private const double MostOfPage = 0.5;

    // Where no letter stands at all, a smaller picture may hold what there is to read.
    private const double PartOfPage = 0.05;

    // Letters drawn as outlines have curves: a line of text some hundreds, a chart of bars few.
    private const int OutlinedText = 200;

    /// <summary>Whether the page's text is to be recognised.</summary>
    public bool IsScan
    {
        get
        {
            var (letters, unreadable) = CountLetters();
            if (letters >= FewLetters)
            {
                return unreadable > letters / 2;
            }

            var coverage = Coverage();
            return coverage > MostOfPage || (letters == 0 && (coverage > PartOfPage || Curves() > OutlinedText));
        }
    }

    private (int Letters, int Unreadable) CountLetters()
    {
        var (letters, unreadable) = (0, 0);
        foreach (var letter in page.Letters)
        {
            if (!string.IsNullOrWhiteSpace(letter.Value))
            {
                letters++;
                unreadable += letter.Value[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or < ' ' ? 1 : 0;
            }
        }

        return (letters, unreadable);
    }

    // Scans come in strips too: their sum counts.
    private double Coverage()
    {
        var area = page.Width * page.Height;
        return area <= 0 ? 0 : page.GetImages().Sum(image => VisibleArea(image.BoundingBox)) / area;
    }

    private double VisibleArea(PdfRectangle bounds)
    {
        var (left, right) = (Math.Min(bounds.TopLeft.X, bounds.BottomRight.X), Math.Max(bounds.TopLeft.X, bounds.BottomRight.X));
        var (bottom, top) = (Math.Min(bounds.TopLeft.Y, bounds.BottomRight.Y), Math.Max(bounds.TopLeft.Y, bounds.BottomRight.Y));
        return Math.Max(0, Math.Min(right, page.Width) - Math.Max(left, 0)) * Math.Max(0, Math.Min(top, page.Height) - Math.Max(bottom, 0));
    }

    private int Curves() => page.Operations.Count(IsCurve);

    // ISO 32000-1, table 59.
    private static bool IsCurve(IGraphicsStateOperation operation) => operation.Operator is "c" or "v" or "y";
}
