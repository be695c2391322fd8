using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Extractive.Summaries.Stories;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Sets two documents side by side: what differs as a table, what is the same, what only one says.</summary>
internal static partial class ComparisonAnswer
{
    private const int MaxRows = 24;
    private const int MaxPairs = 8;
    private const int MaxSame = 12;
    private const int MaxOnly = 8;
    private const int EnoughAttributes = 4;
    private const int MaxCell = 180;

    // A longer value is a sentence that happens to hold a colon.
    private const int LongestOnly = 90;

    /// <summary>Compares the documents asked about, or the first two.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] asked = question.Documents.Count > 1 ? [.. question.Documents] : [.. Enumerable.Range(0, documents.Count)];
        var (left, right) = (asked[0], asked[1]);
        var phrases = Phrases.In(question.Language);
        if (asked.Length > 2)
        {
            yield return new AnswerLine(string.Format(CultureInfo.InvariantCulture, phrases.Comparing, asked.Length) + "\n\n", []);
        }

        // Two stories have no attributes: names and words tell them apart.
        var (leftText, rightText) = (SummaryCandidates.Read(documents[left], left, .., cancellationToken), SummaryCandidates.Read(documents[right], right, .., cancellationToken));
        var stories = leftText.Genre != Genre.Structured && rightText.Genre != Genre.Structured;

        // :: 1: what both are, in a line each; no one sentence says it of a story.
        foreach (var position in stories ? (int[])[] : [left, right])
        {
            if (WhatItIs(question, documents, position, cancellationToken) is { } line)
            {
                yield return line;
            }
        }

        if (stories)
        {
            foreach (var line in Stories(documents, [(left, leftText), (right, rightText)], phrases).Concat(Titles(question, documents, left, right, cancellationToken)).Concat(DistinctTerms.Lines(documents, left, right, phrases, withShared: false, cancellationToken)))
            {
                yield return line;
            }

            yield break;
        }

        // :: 2: attributes by their keys; for prose, sentences that speak of the same thing.
        var (ours, theirs) = (AttributeReader.Read(documents[left], left, cancellationToken), AttributeReader.Read(documents[right], right, cancellationToken));
        var rows = Rows(ours, theirs);
        if (rows.Count < EnoughAttributes)
        {
            var pairs = SentenceAlignment.Pair(documents[left], leftText.Sentences, rightText.Sentences, cancellationToken);
            rows.AddRange(pairs.Where(pair => !pair.Same).Take(MaxPairs).Concat(pairs.Where(pair => pair.Same).Take(3)));
        }

        foreach (var line in Differences(question, documents, left, right, rows))
        {
            yield return line;
        }

        // :: 3: what only one of them says.
        foreach (var line in Only(question, documents, left, right, ours, theirs, rows.Count == 0, cancellationToken))
        {
            yield return line;
        }
    }

    private static AnswerLine? WhatItIs(Question question, IReadOnlyList<ReadableDocument> documents, int position, CancellationToken cancellationToken)
    {
        var document = documents[position];
        var chosen = SentenceSelection.Choose(document, SummaryCandidates.Read(document, position, .., cancellationToken), 1, int.MaxValue, SummaryFocus.About, cancellationToken);
        return chosen is [var sentence, ..]
            ? new LineBuilder(documents, question.Language).Frame($"- **{Name(document)}**{Phrases.In(question.Language).Colon}").Quote(sentence, ..).Stop().Frame("\n").ToLine()
            : null;
    }

    private static List<ComparedRow> Rows(IReadOnlyList<DocumentAttribute> ours, IReadOnlyList<DocumentAttribute> theirs)
    {
        var byKey = theirs.ToDictionary(attribute => attribute.Key, StringComparer.Ordinal);
        return
        [
            .. ours.Where(attribute => byKey.ContainsKey(attribute.Key)).Select(attribute =>
            {
                var other = byKey[attribute.Key];
                var same = SentenceAlignment.Comparable(attribute.Value) == SentenceAlignment.Comparable(other.Value);
                return new ComparedRow(attribute.Label, attribute.Statement, attribute.Range, other.Statement, other.Range, same);
            }),
        ];
    }

    private static IEnumerable<AnswerLine> Stories(IReadOnlyList<ReadableDocument> documents, IReadOnlyList<(int Position, SummaryCandidates Text)> stories, Phrases phrases)
    {
        foreach (var (position, text) in stories)
        {
            if (StoryNames.Of(text.Sentences, text.IsChinese).People is { Count: > 2 } names)
            {
                var title = DocumentTitle.Of(documents[position], []);
                yield return new AnswerLine($"- **{Name(documents[position])}**{phrases.Colon}" + (title.Length > 0 ? QuotedText.Inert(title) + phrases.Stop + " " : "") + string.Format(CultureInfo.InvariantCulture, phrases.OftenNamed, string.Join(", ", names)) + "\n", []);
            }
        }
    }

    private static IEnumerable<AnswerLine> Differences(Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, List<ComparedRow> rows)
    {
        var phrases = Phrases.In(question.Language);
        var different = rows.Where(row => !row.Same).Take(MaxRows).ToArray();
        if (different.Length > 0)
        {
            yield return new AnswerLine($"\n| {phrases.Attribute} | {Name(documents[left])} | {Name(documents[right])} |\n| --- | --- | --- |\n", []);
            foreach (var row in different)
            {
                var line = new LineBuilder(documents, question.Language).Frame($"| {QuotedText.Inert(row.Label)} | ");
                Cell(line, documents, row.First, row.FirstRange, question.Language);
                line.Frame(" | ");
                Cell(line, documents, row.Second, row.SecondRange, question.Language);
                yield return line.Frame(" |\n").ToLine();
            }
        }
        else if (rows.Count > 0)
        {
            yield return new AnswerLine("\n" + string.Format(CultureInfo.InvariantCulture, phrases.NoDifferences, Name(documents[left]), Name(documents[right])) + "\n", []);
        }

        var same = rows.Where(row => row.Same).Take(MaxSame).ToArray();
        if (same.Length > 0)
        {
            var line = new LineBuilder(documents, question.Language).Frame("\n" + phrases.Same + " ");
            for (var i = 0; i < same.Length; i++)
            {
                line.Frame(i > 0 ? phrases.Join : "");
                line.Frame(same[i].FirstRange.Equals(..) ? "" : QuotedText.Inert(same[i].Label) + " ").Quote(same[i].First, same[i].FirstRange);
                line.Cite(same[i].Second, 0, same[i].Second.Text.Length);
            }

            yield return line.Stop().Frame("\n").ToLine();
        }
    }

    private static IEnumerable<AnswerLine> Only(
        Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, IReadOnlyList<DocumentAttribute> ours, IReadOnlyList<DocumentAttribute> theirs, bool sections, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(question.Language);
        foreach (var (position, mine, others) in ((int, IReadOnlyList<DocumentAttribute>, IReadOnlyList<DocumentAttribute>)[])[(left, ours, theirs), (right, theirs, ours)])
        {
            var keys = others.Select(attribute => attribute.Key).ToHashSet(StringComparer.Ordinal);
            var own = mine.Where(attribute => !keys.Contains(attribute.Key) && attribute.Value.Length <= LongestOnly && (attribute.Statement.Kind == StatementKind.KeyValue || attribute.Statement.Cells.Count == 2) && attribute.Label.Count(char.IsLetter) * 10 > attribute.Label.Length * 6 && !Caption().IsMatch(attribute.Label)).ToArray();
            if (own.Length == 0)
            {
                continue;
            }

            var line = new LineBuilder(documents, question.Language).Frame("\n" + phrases.OnlyIn + " ", Name(documents[position]));
            for (var i = 0; i < own.Length && i < MaxOnly; i++)
            {
                line.Frame(i > 0 ? phrases.Join : "").Frame(QuotedText.Inert(own[i].Label) + " ").Quote(own[i].Statement, own[i].Range);
            }

            yield return (own.Length > MaxOnly ? line.Frame(phrases.Join).Frame(phrases.More, own.Length - MaxOnly) : line.Stop()).Frame("\n").ToLine();
        }

        foreach (var line in Titles(question, documents, left, right, cancellationToken))
        {
            yield return line;
        }

        if (sections)
        {
            foreach (var line in DistinctTerms.Lines(documents, left, right, phrases, withShared: true, cancellationToken))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<AnswerLine> Titles(Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(question.Language);
        string[] ours = [.. DocumentOutline.Main(DocumentOutline.Read(documents[left], cancellationToken)).Select(entry => entry.Title).Distinct()];
        string[] theirs = [.. DocumentOutline.Main(DocumentOutline.Read(documents[right], cancellationToken)).Select(entry => entry.Title).Distinct()];
        if (ours.Length < 2 || theirs.Length < 2)
        {
            yield break;
        }

        var (ourTitles, theirTitles) = (ours.Select(SentenceAlignment.Comparable).ToHashSet(StringComparer.Ordinal), theirs.Select(SentenceAlignment.Comparable).ToHashSet(StringComparer.Ordinal));
        foreach (var (lead, titles) in ((string, string[])[])
            [
                (phrases.CommonSections, [.. ours.Where(title => theirTitles.Contains(SentenceAlignment.Comparable(title)))]),
                (Only(phrases, documents[left]), [.. ours.Where(title => !theirTitles.Contains(SentenceAlignment.Comparable(title)))]),
                (Only(phrases, documents[right]), [.. theirs.Where(title => !ourTitles.Contains(SentenceAlignment.Comparable(title)))]),
            ])
        {
            if (titles.Length > 0)
            {
                var more = titles.Length > MaxSame ? phrases.Join + string.Format(CultureInfo.InvariantCulture, phrases.More, titles.Length - MaxSame) : phrases.Stop;
                yield return new AnswerLine($"\n{lead} {string.Join(phrases.Join, titles.Take(MaxSame).Select(QuotedText.Inert))}{more}\n", []);
            }
        }
    }

    private static string Only(Phrases phrases, ReadableDocument document) => string.Format(CultureInfo.InvariantCulture, phrases.SectionsOnlyIn, Name(document));

    private static void Cell(LineBuilder line, IReadOnlyList<ReadableDocument> documents, Statement statement, Range range, AnswerLanguage language)
    {
        var (start, length) = range.GetOffsetAndLength(statement.Text.Length);
        if (length > MaxCell)
        {
            var end = statement.Text.LastIndexOf(' ', start + MaxCell, MaxCell / 2);
            end = end < 0 ? start + MaxCell : end;
            end -= char.IsHighSurrogate(statement.Text[end - 1]) ? 1 : 0;
            line.Quote(statement, start..end).Frame("…");
        }
        else
        {
            line.Quote(statement, range);
        }

        var location = documents[statement.Document].Blocks[statement.Block].Location;
        if (location.Page is not null)
        {
            line.Frame(Phrases.In(language).Source, SourceLabel.Place(location, language));
        }
    }

    private static string Name(ReadableDocument document) => QuotedText.FileName(Path.GetFileNameWithoutExtension(document.Name));

    [GeneratedRegex(@"^\W*(?:figure|fig\.|table|algorithm|listing|note|keywords|example|图|表|注)\b|^[0-9]+ ", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();
}
