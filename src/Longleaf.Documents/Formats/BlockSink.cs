using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats;

/// <summary>Where parsers put what they find: makes every block keep the promises of <see cref="Block"/> and the limits of the document.</summary>
/// <param name="write">Takes each block.</param>
/// <param name="progress">Takes how far the parser is.</param>
/// <param name="limits">What the document may cost.</param>
internal sealed class BlockSink(Action<Block> write, Action<ReaderEvent.Progress> progress, ParseLimits limits)
{
    // A cut looks this far back for a blank to cut at.
    private const int CutSearch = 4096;

    /// <summary>The most headings: each is held by whoever keeps the places of a document. The longest books and standards have some 10,000.</summary>
    public const int MaxHeadings = 100_000;

    private readonly List<string> _warnings = [];
    private int _headings;
    private long _characters;
    private (string Stage, string Unit, long Total) _counted;
    private long _furthest;

    public ParseLimits Limits { get; } = limits;

    public long Blocks { get; private set; }

    public IReadOnlyList<string> Warnings => _warnings;

    public void Warn(string sentence)
    {
        if (_warnings.Count < 20 && !_warnings.Contains(sentence))
        {
            _warnings.Add(sentence);
        }
    }

    /// <summary>Says how far the reading is; within a stage it never goes back, in whatever order the parts of a file are read.</summary>
    public void Progress(long done, long total, string unit, string stage = "reading")
    {
        var kind = (stage, unit, total);
        _furthest = kind == _counted ? Math.Max(_furthest, done) : done;
        _counted = kind;
        progress(new ReaderEvent.Progress(stage, total > 0 ? Math.Min(_furthest, total) : _furthest, total, unit));
    }

    /// <summary>Adds a paragraph, heading and so on: cleaned, without blanks at its ends; nothing if nothing is left.</summary>
    public void Add(BlockKind kind, string text, int level = 0, BlockJoin join = BlockJoin.Paragraph, Location? location = null)
    {
        var clean = CleanText.Of(text);
        clean = kind is BlockKind.Code or BlockKind.Paragraph or BlockKind.ListItem ? clean.Trim('\n').TrimEnd() : clean.Trim();
        AddCut(kind, clean, level, join, location);
    }

    /// <summary>As <see cref="Add(BlockKind, string, int, BlockJoin, Location?)"/>, from a buffer: text whose first line's blanks count.</summary>
    public void Add(BlockKind kind, ReadOnlySpan<char> text, BlockJoin join = BlockJoin.Paragraph, Location? location = null, int level = 0) =>
        AddCut(kind, CleanText.Of(text.Trim('\n').TrimEnd()).Trim('\n').TrimEnd(), level, join, location);

    /// <summary>Adds text as it is but for cleaning: a part of a longer run, its blanks kept.</summary>
    public void AddPart(BlockKind kind, ReadOnlySpan<char> text, BlockJoin join, Location? location = null) =>
        AddCut(kind, CleanText.Of(text), level: 0, join, location);

    private void AddCut(BlockKind kind, string text, int level, BlockJoin join, Location? location)
    {
        if (text.Length > 0 && kind == BlockKind.Heading && ++_headings > MaxHeadings)
        {
            Warn(FormattableString.Invariant($"This file has more than {MaxHeadings:N0} headings: those that follow are read as paragraphs."));
            (kind, level) = (BlockKind.Paragraph, 0);
        }

        _characters += text.Length;
        if (_characters > Limits.MaxCharacters)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge,
                $"The document holds more text than is read ({Limits.MaxCharacters / 1_000_000:N0} million characters): split it into smaller files.");
        }

        var start = 0;
        while (start < text.Length)
        {
            var length = text.Length - start <= Block.MaxCharacters ? text.Length - start : CutLength(text, start);
            Blocks++;
            write(new Block
            {
                Kind = kind,
                Text = start == 0 && length == text.Length ? text : text.Substring(start, length),
                Level = level,
                Join = start == 0 ? join : BlockJoin.None,
                Location = location ?? Location.None,
            });
            start += length;
        }
    }

    private static int CutLength(string text, int start)
    {
        var end = start + Block.MaxCharacters;
        var blank = text.AsSpan(end - CutSearch, CutSearch).LastIndexOfAny('\n', ' ');
        if (blank >= 0)
        {
            return end - CutSearch + blank + 1 - start;
        }

        return Block.MaxCharacters - (char.IsHighSurrogate(text[end - 1]) ? 1 : 0);
    }
}
