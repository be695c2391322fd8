using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>The sentences that a summary may be made of: all of a short document, a spread of a long one's passages.</summary>
internal sealed partial class SummaryCandidates
{
    private const int WholeBytes = 80_000;
    private const int SampledPassages = 160;
    private const int LeadPassages = 64;
    private const int MaxSentences = 1500;
    private const int LongProse = 400;
    private const int SpokenProse = 200;

    // Stories let people speak in more than a sixth of their sentences; reports and manuals hardly ever.
    private const double SpokenShare = 0.15;

    private SummaryCandidates(IReadOnlyList<Statement> sentences, Genre genre, bool isChinese, bool isSpoken = false)
    {
        IsStory = genre != Genre.Dialogue && (isSpoken ? sentences.Count > SpokenProse : genre == Genre.Prose && sentences.Count > LongProse);
        Sentences = sentences;
        Genre = genre;
        IsChinese = isChinese;
    }

    /// <summary>The sentences in document order.</summary>
    public IReadOnlyList<Statement> Sentences { get; }

    /// <summary>The kind of text.</summary>
    public Genre Genre { get; }

    /// <summary>Whether it is a long text in which people speak, or one without headings: a story, as far as that tells.</summary>
    public bool IsStory { get; }

    /// <summary>Whether most of it is Chinese.</summary>
    public bool IsChinese { get; }

    /// <summary>Reads them from a document, or from the blocks of a section of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="position">Its position in the conversation.</param>
    /// <param name="blocks">Which blocks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static SummaryCandidates Read(ReadableDocument document, int position, Range blocks, CancellationToken cancellationToken)
    {
        var (first, count) = blocks.GetOffsetAndLength(document.Blocks.Count);
        if (count == 0)
        {
            return new SummaryCandidates([], Genre.Prose, isChinese: false);
        }

        var start = document.Blocks[first].Location.ByteStart;
        var last = document.Blocks[first + count - 1].Location;
        var length = last.ByteStart + last.ByteLength - start;
        var statements = length <= WholeBytes ? StatementReader.Read(document, position, start, length) : Sample(document, position, start, start + length, cancellationToken);
        var speakers = statements.Count(statement => statement.Kind == StatementKind.KeyValue && Speaker().IsMatch(statement.Text[statement.Key]) && statement.Text[statement.Value].Length > 20);
        var dialogue = speakers > 12 && speakers * 3 > statements.Count;
        var headings = statements.Count(statement => statement.Kind == StatementKind.Heading);
        var sentences = statements.Where(statement => Fits(statement, dialogue) && !TableOfContents.Holds(statement, document)).Take(MaxSentences).ToArray();
        var ideographs = sentences.Sum(sentence => (long)sentence.Text.Count(Planning.QuestionLanguage.IsIdeograph));
        return new SummaryCandidates(
            sentences,
            dialogue ? Genre.Dialogue : headings >= 3 || length < 12_000 ? Genre.Structured : Genre.Prose,
            ideographs * 3 > sentences.Sum(sentence => (long)sentence.Text.Length),
            isSpoken: statements.Count(statement => Quoted().IsMatch(statement.Text)) > SpokenShare * statements.Count);
    }

    private static List<Statement> Sample(ReadableDocument document, int position, long start, long end, CancellationToken cancellationToken)
    {
        var passages = document.Segment.PassageCount;
        int[] chosen = [.. Enumerable.Range(0, Math.Min(LeadPassages, passages)), .. Enumerable.Range(0, SampledPassages).Select(i => (int)((long)i * passages / SampledPassages))];
        var statements = new List<Statement>();
        var seen = new HashSet<long>();
        foreach (var number in chosen.Distinct().Order())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var passage = document.Segment.GetPassage(number);
            if (passage.ByteStart >= start && passage.ByteStart < end)
            {
                statements.AddRange(StatementReader.Read(document, position, passage.ByteStart, passage.ByteLength).Where(statement => seen.Add(statement.ByteStart)));
            }
        }

        return statements;
    }

    private static bool Fits(Statement statement, bool dialogue)
    {
        var ideographs = statement.Text.Count(Planning.QuestionLanguage.IsIdeograph);
        var length = statement.Text.Length + ideographs;
        return length is >= 30 and <= 420
            && (statement.Kind == StatementKind.Sentence || (dialogue && statement.Kind == StatementKind.KeyValue))
            && EndsSentence().IsMatch(statement.Text)
            && !Boilerplate().IsMatch(statement.Text)
            && !Formula().IsMatch(statement.Text)
            && (ideographs > 0 || (IsProse(statement.Text) && !StartsSmall(statement)))
            && statement.Text.Count(char.IsLetter) * 10 > statement.Text.Length * 6;
    }

    // The rest of a sentence that a page broke.
    private static bool StartsSmall(Statement statement) => !statement.IsListItem && statement.Text.AsSpan().TrimStart("\"'“‘([") is [var first, ..] && char.IsLower(first);

    // Bylines, addresses, names of publishers: most words have capitals.
    private static bool IsProse(string text)
    {
        var (words, small) = (0, 0);
        foreach (var word in Word().EnumerateMatches(text))
        {
            words++;
            small += char.IsLower(text[word.Index]) ? 1 : 0;
        }

        return words > 3 && small * 2 >= words;
    }

    [GeneratedRegex(@"^[""“「『‘'][\p{L}]|[,，:：] ?[“""「『][\p{L}]|[道曰][:：]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\[a-z]+\s?\{|\^\{|=.{0,80}=.{0,80}=")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\p{L}[\p{L}'’]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:\p{Lu}[\w.\-]*(?: \p{Lu}[\w.\-]*){0,3}|[\u4e00-\u9fff]{2,4}|Speaker \d+|[A-Z])$")]
    private static partial Regex Speaker();

    // Lines of a cover, names and captions end without a mark.
    [GeneratedRegex(@"[.!?。！？；;…][\]\)）""”’'*_]*\s*(?:\[[0-9, ]+\])?\s*$")]
    private static partial Regex EndsSentence();

    [GeneratedRegex(@"all rights reserved|copyright|©|permission to (?:make|copy|reprint|use)|permission is hereby|without fee provided|licensed under|project gutenberg|ISBN|https?://|\.{4,}|版权所有|www\.|\[Image\b|^\W*arXiv:", RegexOptions.IgnoreCase)]
    private static partial Regex Boilerplate();
}
