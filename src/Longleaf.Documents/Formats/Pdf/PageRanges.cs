using System.Globalization;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Names pages in a sentence: "3-7, 9".</summary>
internal static class PageRanges
{
    // As many as a sentence of the wire has room for; pages that people scan lie together.
    private const int MostRanges = 50;

    /// <summary>The pages.</summary>
    /// <param name="pages">Their numbers, the lowest first.</param>
    public static string Of(IReadOnlyList<int> pages)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var page in pages)
        {
            if (ranges.Count > 0 && ranges[^1].Last == page - 1)
            {
                ranges[^1] = (ranges[^1].First, page);
            }
            else
            {
                ranges.Add((page, page));
            }
        }

        var named = string.Join(", ", ranges.Take(MostRanges).Select(range => range.First == range.Last ? Text(range.First) : Text(range.First) + "-" + Text(range.Last)));
        return ranges.Count <= MostRanges ? named : string.Create(
            CultureInfo.InvariantCulture, $"{named} and {ranges.Skip(MostRanges).Sum(range => range.Last - range.First + 1)} more up to {pages[^1]}");
    }

    private static string Text(int page) => page.ToString(CultureInfo.InvariantCulture);
}
