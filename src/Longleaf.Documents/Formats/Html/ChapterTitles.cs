using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>
/// Gives chapters that have no heading of their own the title that the table of contents has for them: a paragraph that reads like it becomes
/// the heading, else one is put before. Nothing is said twice.
/// </summary>
internal static class ChapterTitles
{
    // A title stands at the top, after a line or two at most (a number, an ornament, "Part One").
    private const int TitleSearch = 4;

    // A file of less than half a page (a plate, a page of a picture book) needs no heading that it does not have: the title would be a good
    // part of what it says.
    private const int MinCharacters = 1000;

    // A part's, a chapter's, a section's and so on at one place.
    private const int MaxTitlesAtOnce = 8;

    /// <summary>The blocks of a file, with headings.</summary>
    public static IEnumerable<HtmlBlock> Apply(IReadOnlyList<HtmlBlock> blocks, IReadOnlyList<ChapterTitle> titles)
    {
        if (titles.Count == 0)
        {
            return blocks;
        }

        var result = new List<HtmlBlock>(blocks.Count + titles.Count);
        var byAnchor = titles.Where(title => title.Anchor is not null).GroupBy(title => title.Anchor!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var pending = titles.Where(title => title.Anchor is null).ToList();
        var mayInsert = blocks.Sum(block => block.Text.Length) >= MinCharacters;
        var start = 0;
        for (var index = 0; index < blocks.Count; index++)
        {
            // An id that comes again is not the one that is meant.
            var found = blocks[index].Anchors.SelectMany(anchor => byAnchor.Remove(anchor, out var named) ? named : []).ToList();
            if (found.Count > 0)
            {
                if (index > start)
                {
                    AddSection(blocks, start, index, pending, mayInsert, result);
                    (start, pending) = (index, []);
                }

                pending.AddRange(found);
            }
        }

        AddSection(blocks, start, blocks.Count, pending, mayInsert, result);
        return result;
    }

    private static void AddSection(
        IReadOnlyList<HtmlBlock> blocks, int start, int end, List<ChapterTitle> titles, bool mayInsert, List<HtmlBlock> result)
    {
        var section = Enumerable.Range(start, end - start).Select(index => blocks[index]).ToList();
        if (section.Count > 0 && !section.Exists(block => block.Kind == BlockKind.Heading))
        {
            foreach (var title in titles.Take(MaxTitlesAtOnce))
            {
                Promote(section, title, mayInsert);
            }
        }

        result.AddRange(section);
    }

    private static void Promote(List<HtmlBlock> section, ChapterTitle title, bool mayInsert)
    {
        var key = Key(title.Title);
        if (key.Length == 0)
        {
            return;
        }

        var level = Math.Clamp(title.Level, 1, 6);
        for (var first = 0; first < Math.Min(section.Count, TitleSearch); first++)
        {
            if (Covers(section, first, key) is > 0 and var count)
            {
                var text = string.Join(' ', section.GetRange(first, count).Select(block => block.Text));
                section[first] = new HtmlBlock(BlockKind.Heading, text) { Level = level };
                section.RemoveRange(first + 1, count - 1);
                return;
            }
        }

        if (mayInsert)
        {
            // After the headings that were put there before: a part's before its first chapter's.
            var place = section.TakeWhile(block => block.Kind == BlockKind.Heading).Count();
            section.Insert(place, new HtmlBlock(BlockKind.Heading, title.Title) { Level = level });
        }
    }

    // How many paragraphs from a place on make up the title together ("CHAPTER 1", "Loomings"); 0 if they do not.
    private static int Covers(List<HtmlBlock> section, int first, string key)
    {
        var rest = key.AsSpan();
        for (var count = 0; first + count < section.Count && count < TitleSearch; count++)
        {
            var block = section[first + count];
            var part = block.Kind == BlockKind.Paragraph && block.Text.Length <= 2 * key.Length + 20 ? Key(block.Text) : "";
            if (part.Length == 0 || !rest.StartsWith(part, StringComparison.Ordinal))
            {
                return 0;
            }

            rest = rest[part.Length..];
            if (rest.Length == 0)
            {
                return count + 1;
            }
        }

        return 0;
    }

    private static string Key(string text) => string.Concat(CleanText.Of(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
