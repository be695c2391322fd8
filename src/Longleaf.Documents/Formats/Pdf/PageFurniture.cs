using System.Text;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Finds headers and footers: what a tagged file says is one, and what stands first or last on many pages at the same height, page numbers aside.</summary>
internal static class PageFurniture
{
    // How many lines from the top and the bottom of a page are looked at.
    private const int Depth = 3;
    private const int LeastPages = 3;

    /// <summary>Takes the headers and footers out of the pages.</summary>
    /// <returns>Each of them once, in the order of the pages; bare page numbers are none.</returns>
    public static List<(string Text, int Page)> Take(IReadOnlyList<PageContent> pages)
    {
        var edges = pages.Select(Edges.Of).ToList();
        var counts = new Dictionary<(string Text, int Height), int>();
        foreach (var page in edges)
        {
            page.Count(counts);
        }

        // Books change their headers by chapter: a few pages in a row are enough, if there are many pages.
        var least = Math.Max(LeastPages, Math.Min(pages.Count / 3, 8));
        var found = new List<(string, int)>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < pages.Count; index++)
        {
            Take(pages[index], edges[index], counts, least, found, said);
        }

        return found;
    }

    private static void Take(
        PageContent page, Edges edges, Dictionary<(string Text, int Height), int> counts, int least, List<(string, int)> found, HashSet<string> said)
    {
        var taken = edges.Lines.Where(edge => edge.Line.IsFurniture || counts[edge.Key] >= least).ToList();

        // Pages of nothing else, such as forms filled in again and again, are not empty.
        if (taken.Count == 0 || (taken.Count == page.Items.Count && !taken.Exists(edge => edge.Line.IsFurniture)))
        {
            return;
        }

        foreach (var (line, key) in taken)
        {
            if (line.Text.Any(char.IsLetter) && key.Text != "#" && said.Add(key.Text))
            {
                found.Add((line.Text, page.Number));
            }
        }

        var lines = taken.Select(edge => edge.Line).ToHashSet(ReferenceEqualityComparer.Instance);
        page.Items.RemoveAll(lines.Contains);
    }

    private static (string Text, int Height) KeyOf(TextLine line)
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

    /// <summary>The lines at the top and bottom of a page.</summary>
    private sealed record Edges(List<(TextLine Line, (string Text, int Height) Key)> Lines)
    {
        public static Edges Of(PageContent page)
        {
            var upright = page.Lines.Where(line => line.Turn == 0).ToList();
            upright.Sort((one, other) => other.Baseline.CompareTo(one.Baseline));
            var lines = new List<(TextLine, (string, int))>();
            for (var index = 0; index < upright.Count; index++)
            {
                if (index < Depth || index >= upright.Count - Depth || upright[index].IsFurniture)
                {
                    lines.Add((upright[index], KeyOf(upright[index])));
                }
            }

            return new Edges(lines);
        }

        public void Count(Dictionary<(string Text, int Height), int> counts)
        {
            var seen = new HashSet<(string Text, int Height)>();
            foreach (var (_, key) in Lines)
            {
                if (seen.Add(key))
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }
    }
}
