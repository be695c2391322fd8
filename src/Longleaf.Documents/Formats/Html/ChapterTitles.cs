using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>
/// Gives chapters that have no heading of their own the title that the table of contents has for them: a paragraph that reads like it becomes
/// the heading, else one is put before. Nothing is said twice. Of a file no more is held than the start of a section that has no heading yet.
/// </summary>
/// <param name="byAnchor">The titles that lead to places within the file, as <see cref="ByAnchor"/> gives them; those found are taken out.</param>
/// <param name="atStart">The titles that lead to the file's start.</param>
/// <param name="write">Takes the blocks, with headings.</param>
internal sealed class ChapterTitles(Dictionary<string, List<ChapterTitle>> byAnchor, IEnumerable<ChapterTitle> atStart, Action<HtmlBlock> write)
{
    // A title stands at the top, after a line or two at most (a number, an ornament, "Part One").
    private const int TitleSearch = 4;

    // A file of less than half a page (a plate, a page of a picture book) needs no heading that it does not have: the title would be a good
    // part of what it says.
    private const int MinCharacters = 1000;

    // A part's, a chapter's, a section's and so on at one place.
    private const int MaxTitlesAtOnce = 8;

    // A section of so many blocks or characters without a heading has none: what follows is no longer waited for.
    private const int MaxHeldBlocks = 10_000;
    private const int MaxHeldCharacters = 2_000_000;

    // The start of the file, until it is known whether it is long enough to be given headings.
    private readonly List<HtmlBlock> _start = [];
    private readonly List<HtmlBlock> _section = [];
    private List<ChapterTitle> _titles = [.. atStart];
    private long _characters;
    private long _held;
    private bool _isStarted;
    private bool _isSettled;
    private bool _isEmpty = true;

    /// <summary>Titles by the anchors that they lead to.</summary>
    public static Dictionary<string, List<ChapterTitle>> ByAnchor(IEnumerable<ChapterTitle> titles) =>
        titles.Where(title => title.Anchor is not null).GroupBy(title => title.Anchor!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    /// <summary>Takes the next block of the file.</summary>
    public void Add(HtmlBlock block)
    {
        if (byAnchor.Count == 0 && _titles.Count == 0 && _start.Count == 0)
        {
            write(block);
            return;
        }

        _characters += block.Text.Length;
        if (_isStarted)
        {
            Take(block);
            return;
        }

        _start.Add(block);
        if (_characters >= MinCharacters || _start.Count >= MaxHeldBlocks)
        {
            Start();
        }
    }

    /// <summary>Ends the file.</summary>
    public void Complete()
    {
        Start();
        EndSection();
    }

    private void Start()
    {
        _isStarted = true;
        foreach (var block in _start)
        {
            Take(block);
        }

        _start.Clear();
    }

    private void Take(HtmlBlock block)
    {
        // An id that comes again is not the one that is meant.
        var found = new List<ChapterTitle>();
        foreach (var anchor in block.Anchors)
        {
            if (byAnchor.Remove(anchor, out var named))
            {
                found.AddRange(named);
            }
        }

        if (found.Count > 0)
        {
            if (!_isEmpty)
            {
                EndSection();
                _titles = [];
            }

            _titles.AddRange(found);
        }

        _isEmpty = false;
        if (_isSettled)
        {
            write(block);
            return;
        }

        _section.Add(block);
        _held += block.Text.Length;
        if (_titles.Count == 0 || block.Kind == BlockKind.Heading)
        {
            Settle();
        }
        else if (_section.Count >= MaxHeldBlocks || _held >= MaxHeldCharacters)
        {
            PromoteAll();
            Settle();
        }
    }

    private void EndSection()
    {
        if (!_isSettled && _section.Count > 0)
        {
            PromoteAll();
        }

        Settle();
        (_isSettled, _isEmpty) = (false, true);
    }

    // What comes until the section ends goes on as it comes.
    private void Settle()
    {
        _section.ForEach(write);
        _section.Clear();
        (_isSettled, _held) = (true, 0);
    }

    private void PromoteAll()
    {
        foreach (var title in _titles.Take(MaxTitlesAtOnce))
        {
            Promote(_section, title, mayInsert: _characters >= MinCharacters);
        }
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
