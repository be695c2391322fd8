using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Sets documents side by side: what differs as a table, what is the same, what only one says; of versions of a text, what changed.</summary>
internal static partial class ComparisonAnswer
{
    private const int MaxColumns = 5;
    private const int MaxRows = 24;
    private const int MaxPairs = 8;
    private const int MaxOnly = 8;
    private const int MaxTitles = 12;
    private const int EnoughAttributes = 4;

    // A longer value is a sentence that happens to hold a colon.
    private const int LongestOnly = 90;

    /// <summary>Compares the documents asked about, or the first few.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] asked = question.Documents.Count > 1 ? [.. question.Documents] : [.. Enumerable.Range(0, documents.Count)];
        if (asked.Length > MaxColumns)
        {
            yield return new AnswerLine(string.Format(CultureInfo.InvariantCulture, Phrases.In(question.Language).Comparing, asked.Length, MaxColumns) + "\n\n", []);
            asked = asked[..MaxColumns];
        }

        // :: 1: one matter, where the question names it.
        var any = false;
        foreach (var line in TopicComparison.Lines(question, documents, asked, cancellationToken))
        {
            any = true;
            yield return line;
        }

        // :: 2: versions of one text: what changed.
        foreach (var line in any || asked.Length != 2 ? [] : VersionComparison.Lines(question, documents, asked[0], asked[1], cancellationToken))
        {
            any = true;
            yield return line;
        }

        // :: 3: different documents: what they are, what they state.
        foreach (var line in any ? [] : asked.Length == 2 ? Two(question, documents, asked[0], asked[1], cancellationToken) : Several(question, documents, asked, cancellationToken))
        {
            yield return line;
        }
    }

    private static IEnumerable<AnswerLine> Several(Question question, IReadOnlyList<ReadableDocument> documents, int[] asked, CancellationToken cancellationToken)
    {
        var texts = asked.Select(position => (position, SummaryCandidates.Read(documents[position], position, .., cancellationToken))).ToArray();
        if (texts.All(text => text.Item2.IsStory))
        {
            foreach (var line in StoryComparison.Lines(documents, texts, Phrases.In(question.Language), cancellationToken))
            {
                yield return line;
            }

            yield break;
        }

        foreach (var position in asked)
        {
            if (WhatItIs(question, documents, position, cancellationToken) is { } line)
            {
                yield return line;
            }
        }

        var rows = AttributeRows.Of([.. asked.Select(position => AttributeReader.Read(documents[position], position, cancellationToken))]);
        var table = new ComparisonTable(documents, asked, question.Language);
        foreach (var line in table.Rows([.. rows.Where(row => !row.Same).OrderByDescending(row => row.Stated).Take(MaxRows)]).Concat(table.Same([.. rows.Where(row => row.Same)])))
        {
            yield return line;
        }
    }

    private static IEnumerable<AnswerLine> Two(Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(question.Language);

        // Two stories have no attributes: names and words tell them apart.
        var (leftText, rightText) = (SummaryCandidates.Read(documents[left], left, .., cancellationToken), SummaryCandidates.Read(documents[right], right, .., cancellationToken));
        var stories = leftText.IsStory && rightText.IsStory;

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
            foreach (var line in StoryComparison.Lines(documents, [(left, leftText), (right, rightText)], phrases, cancellationToken))
            {
                yield return line;
            }

            yield break;
        }

        // :: 2: attributes by their keys; for prose, sentences that speak of the same thing.
        var (ours, theirs) = (AttributeReader.Read(documents[left], left, cancellationToken), AttributeReader.Read(documents[right], right, cancellationToken));
        List<ComparedRow> rows = [.. AttributeRows.Of([ours, theirs])];
        if (rows.Count < EnoughAttributes)
        {
            var pairs = SentenceAlignment.Pair(documents[left], leftText.Sentences, rightText.Sentences, cancellationToken);
            rows.AddRange(pairs.Where(pair => !pair.Same).Take(MaxPairs).Concat(pairs.Where(pair => pair.Same).Take(3)));
        }

        if (Common().IsMatch(question.Text) && rows.Any(row => row.Same))
        {
            // What both share was asked for, and no more.
            foreach (var line in new ComparisonTable(documents, [left, right], question.Language).Same([.. rows.Where(row => row.Same)]))
            {
                yield return line;
            }

            yield break;
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

    private static IEnumerable<AnswerLine> Differences(Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, List<ComparedRow> rows)
    {
        var table = new ComparisonTable(documents, [left, right], question.Language);
        ComparedRow[] different = [.. rows.Where(row => !row.Same).Take(MaxRows)];
        var lines = different.Length > 0 || rows.Count == 0
            ? table.Rows(different)
            : Enumerable.Repeat(new AnswerLine("\n" + string.Format(CultureInfo.InvariantCulture, Phrases.In(question.Language).NoDifferences, Name(documents[left]), Name(documents[right])) + "\n", []), 1);
        return lines.Concat(table.Same([.. rows.Where(row => row.Same)]));
    }

    private static IEnumerable<AnswerLine> Only(
        Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, IReadOnlyList<DocumentAttribute> ours, IReadOnlyList<DocumentAttribute> theirs, bool sections, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(question.Language);
        foreach (var (position, mine, others) in ((int, IReadOnlyList<DocumentAttribute>, IReadOnlyList<DocumentAttribute>)[])[(left, ours, theirs), (right, theirs, ours)])
        {
            var keys = others.Select(attribute => attribute.Key).ToHashSet(StringComparer.Ordinal);
            var own = mine.Where(attribute => !keys.Contains(attribute.Key) && attribute.Value.Length <= LongestOnly && (attribute.Statement.Kind == StatementKind.KeyValue || attribute.Statement.Cells.Count == 2) && attribute.Label.Count(char.IsLetter) * 10 > attribute.Label.Length * 6 && !Caption().IsMatch(attribute.Label) && !Reference().IsMatch(attribute.Label)).ToArray();
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
                var more = titles.Length > MaxTitles ? phrases.Join + string.Format(CultureInfo.InvariantCulture, phrases.More, titles.Length - MaxTitles) : phrases.Stop;
                yield return new AnswerLine($"\n{lead} {string.Join(phrases.Join, titles.Take(MaxTitles).Select(QuotedText.Inert))}{more}\n", []);
            }
        }
    }

    private static string Only(Phrases phrases, ReadableDocument document) => string.Format(CultureInfo.InvariantCulture, phrases.SectionsOnlyIn, Name(document));

    private static string Name(ReadableDocument document) => ComparisonTable.Name(document);

    [GeneratedRegex(@"^\W*(?:figure|fig\.|table|algorithm|listing|note|keywords|example|图|表|注)\b|^[0-9]+ ", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    // "Smith, Ann (7 May 2019). "Title": the entry of a list of sources.
    [GeneratedRegex(@"\b(?:1[89]|20)[0-9]{2}\b|[""“]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?!.*\bdiffer).*(?:\bin common\b|\bthe same\b|\bsimilarit)|^(?!.*(?:异同|不同|区别|差异)).*(?:相同|共同|相似)", RegexOptions.IgnoreCase)]
    private static partial Regex Common();
}
