using System.Globalization;
using System.Text;
using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>The table of contents of a book (its NCX index): titles, marked in the markup where they lead to.</summary>
internal static class MobiTitles
{
    private const int MaxTitles = 50_000;
    private const int PlaceTag = 1;
    private const int NameTag = 3;
    private const int DepthTag = 4;
    private const int FragmentTag = 6;

    /// <param name="index">The index.</param>
    /// <param name="encoding">Its charset.</param>
    /// <param name="find">The part and the place in it of an entry's target; <see langword="null"/> if there is none.</param>
    /// <returns>The titles, with anchors that are marked in the parts.</returns>
    public static IReadOnlyList<ChapterTitle> Read(MobiIndex index, Encoding encoding, Func<MobiIndexEntry, BookPlace?> find)
    {
        var titles = new List<ChapterTitle>();
        foreach (var entry in index.Entries.Take(MaxTitles))
        {
            if (entry.Number(NameTag) is { } name && CleanText.OfLine(encoding.GetString(index.String(name))) is { Length: > 0 } title && find(entry) is { } place)
            {
                var anchor = string.Create(CultureInfo.InvariantCulture, $"title:{titles.Count}");
                place.Part.AddAnchor(place.Offset, anchor);
                titles.Add(new ChapterTitle(anchor, title, Math.Clamp((entry.Number(DepthTag) ?? 0) + 1, 1, 6)));
            }
        }

        return titles.Count > 1 ? titles : [];
    }

    /// <summary>An entry's target in a KF8 book: a fragment and a place in it.</summary>
    public static BookPlace? InFragments(MobiIndexEntry entry, Kf8Parts parts) =>
        entry.Number(FragmentTag) is { } fragment && entry.Number(FragmentTag, 1) is { } offset ? parts.Find(fragment, offset) : null;

    /// <summary>An entry's target in an older book: a place in all of its markup.</summary>
    public static BookPlace? InWhole(MobiIndexEntry entry, BookPart part) => entry.Number(PlaceTag) is { } place ? new BookPlace(part, place) : null;
}
