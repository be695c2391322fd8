using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>The titles of a PDF's outline by page: lines that read the same are headings, of the outline's level.</summary>
internal sealed class OutlineTitles
{
    private const int MostTitles = 20_000;

    private readonly Dictionary<(int Page, string Title), int> _levels = [];

    public static OutlineTitles Read(PdfDocument document)
    {
        var titles = new OutlineTitles();
        if (document.TryGetBookmarks(out var bookmarks, false))
        {
            foreach (var node in bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Take(MostTitles))
            {
                titles._levels.TryAdd((node.PageNumber, Key(node.Title)), Math.Clamp(node.Level + 1, 1, 6));
            }
        }

        return titles;
    }

    public int? Level(string line, int page) =>
        _levels.Count > 0 && Key(line) is { Length: > 0 } key && _levels.TryGetValue((page, key), out var level) ? level : null;

    // Letters alone: numbers and blanks are set differently in outlines.
    private static string Key(string? title) =>
        title is null ? "" : string.Concat(title.Where(char.IsLetter)).ToUpperInvariant();
}
