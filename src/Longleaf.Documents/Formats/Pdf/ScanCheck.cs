using Longleaf.Documents.Formats.Pdf.Content;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Tells pages that are pictures of text from pages of text.</summary>
internal static class ScanCheck
{
    // A page number, a stamp or a line that a scanner added.
    private const int FewLetters = 20;
    private const double MostOfPage = 0.5;

    // Where no letter stands at all, a smaller picture may hold what there is to read.
    private const double PartOfPage = 0.05;

    // Letters drawn as outlines have curves: a line of text some hundreds, a chart of bars few.
    private const int OutlinedText = 200;

    /// <summary>Whether the page's text is to be recognised.</summary>
    public static bool IsScan(PageCanvas page)
    {
        if (page.Letters >= FewLetters)
        {
            return page.UnreadableLetters > page.Letters / 2;
        }

        var coverage = page.Coverage;
        return coverage > MostOfPage || (page.Letters == 0 && (coverage > PartOfPage || page.Curves > OutlinedText));
    }
}
