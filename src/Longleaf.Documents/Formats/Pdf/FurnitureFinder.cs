using System.Text;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Finds headers and footers: what stands first or last on many pages at the same height, page numbers aside.</summary>
internal static class FurnitureFinder
{
    // How many lines from the top and the bottom of a page are looked at.
    private const int Depth = 3;
    private const int LeastPages = 3;

    /// <summary>Takes the headers and footers out of the pages.</summary>
    public static void Remove(IReadOnlyList<PageContent> pages)
    {
        if (pages.Count < LeastPages)
        {
            return;
        }

        var counts = new Dictionary<(string Text, int Height), int>();
        foreach (var page in pages)
        {
            foreach (var key in Candidates(page).Select(Key).Distinct())
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        // Books change their headers by chapter: a few pages in a row are enough, if there are many pages.
        var least = Math.Max(LeastPages, Math.Min(pages.Count / 3, 8));
        foreach (var page in pages)
        {
            var furniture = Candidates(page).Where(line => counts[Key(line)] >= least).ToHashSet();
            page.Items.RemoveAll(item => item is TextLine line && furniture.Contains(line));
        }
    }

    private static IEnumerable<TextLine> Candidates(PageContent page)
    {
        var lines = page.Lines.Where(line => line.Turn == 0).OrderByDescending(line => line.Baseline).ToList();
        return lines.Count <= 2 * Depth ? lines : lines.Take(Depth).Concat(lines.TakeLast(Depth));
    }

    private static (string Text, int Height) Key(TextLine line)
    {
        var text = new StringBuilder(line.Text.Length);
        foreach (var unit in line.Text)
        {
            if (!char.IsDigit(unit))
            {
                text.Append(unit);
            }
            else if (text.Length == 0 || text[^1] != '#')
            {
                text.Append('#');
            }
        }

        // Roman page numbers change like others.
        var key = text.ToString();
        return (key.Length <= 6 && key.All(unit => "ivxlcIVXLC".Contains(unit, StringComparison.Ordinal)) ? "#" : key, (int)Math.Round(line.Baseline / 3));
    }
}
