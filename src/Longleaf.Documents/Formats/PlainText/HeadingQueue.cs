namespace Longleaf.Documents.Formats.PlainText;

/// <summary>
/// Holds lines that may be headings until what follows tells whether they are: a heading is followed by text of its own. Lines of one level
/// after each other are a table of contents, a list or a dedication, and stay paragraphs.
/// </summary>
/// <param name="sink">Takes the blocks: the text is the same whatever is decided.</param>
internal sealed class HeadingQueue(BlockSink sink)
{
    // Deeper headings than the first level cannot follow each other more often.
    private const int MaxLevel = 6;

    // How much of the text that follows is looked at.
    private const int LookAhead = 400;

    private readonly List<Candidate> _waiting = [];
    private readonly Counter[] _counters = new Counter[MaxLevel + 1];
    private bool _hasChapters;
    private int _taken;

    /// <summary>Whether so many lines were looked at that no more are: a file of such lines alone would come in as many blocks.</summary>
    public bool IsFull => _taken >= BlockSink.MaxHeadings;

    /// <summary>Whether the line before is the number of a chapter whose title may follow.</summary>
    public bool AwaitsTitle => _waiting is [.., { Line.Kind: HeadingKind.BareChapter, HasTitle: false }];

    /// <summary>Takes a line.</summary>
    /// <returns>Whether it may be a heading; else it is text.</returns>
    public bool TryAdd(HeadingLine line, ReadOnlySpan<char> text, BlockJoin join)
    {
        if (IsFull || (line.Kind == HeadingKind.Number && !IsNext(line)))
        {
            return false;
        }

        // Between chapters capitals divide them, without chapters they are what divides.
        line = line.Kind == HeadingKind.Capitals && _hasChapters ? line with { Level = line.Level + 1 } : line;
        var isListed = false;
        if (_waiting is [.., var last] && last.Line.Level >= line.Level)
        {
            isListed = last.Line.Level == line.Level && last.Line.Kind == line.Kind
                && (line.Number is { } number ? last.Line.Number == number - 1 : line.Kind == HeadingKind.Capitals);
            Flush(asText: true);
        }

        _waiting.Add(new Candidate(line, text.Trim('\n').TrimEnd().ToString(), join, isListed));
        _taken++;
        Count(line);
        return true;
    }

    /// <summary>Adds the title to the number of the chapter.</summary>
    public void AddTitle(ReadOnlySpan<char> text, BlockJoin join)
    {
        var chapter = _waiting[^1];
        _waiting[^1] = chapter with { Text = $"{chapter.Text}{(join == BlockJoin.Line ? "\n" : "\n\n")}{text.Trim('\n').TrimEnd()}", HasTitle = true };
    }

    /// <summary>Decides, as text follows.</summary>
    public void BeforeText(ReadOnlySpan<char> text)
    {
        if (_waiting.Count > 0)
        {
            Flush(asText: false, text[..Math.Min(text.Length, LookAhead)]);
        }
    }

    /// <summary>Decides, as nothing follows.</summary>
    public void Complete() => Flush(asText: true);

    private bool IsNext(HeadingLine line) =>
        line.Number == _counters[line.Level].Last + 1 || (line.Number == 1 && _counters[line.Level].MayRestart);

    // Numbers alone count on, through all parts or anew in each.
    private void Count(HeadingLine line)
    {
        var isNumber = line.Kind == HeadingKind.Number;
        if (isNumber)
        {
            _counters[line.Level] = new Counter(line.Number!.Value, MayRestart: false);
        }

        for (var level = isNumber ? line.Level + 1 : line.Level; level <= MaxLevel; level++)
        {
            _counters[level] = _counters[level] with { MayRestart = true };
        }
    }

    private void Flush(bool asText, ReadOnlySpan<char> following = default)
    {
        foreach (var (line, waiting, join, isListed, _) in _waiting)
        {
            var text = waiting.AsSpan();

            // Where all is in capitals they say nothing.
            if (asText || isListed || (line.Kind == HeadingKind.Capitals && !HasSmallLetters(following)))
            {
                sink.Add(BlockKind.Paragraph, text, join);
            }
            else
            {
                sink.Add(BlockKind.Heading, text, join, level: line.Level);
                _hasChapters |= line.Kind is HeadingKind.Chapter or HeadingKind.BareChapter;
            }
        }

        _waiting.Clear();
    }

    private static bool HasSmallLetters(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsLetter(unit) && !char.IsUpper(unit))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Counter(int Last, bool MayRestart);

    private sealed record Candidate(HeadingLine Line, string Text, BlockJoin Join, bool IsListed, bool HasTitle = false);
}
