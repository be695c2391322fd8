using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Summarises documents, or a section of one, in their own sentences.</summary>
internal static partial class SummaryAnswer
{
    private const int Sentences = 4;
    private const int SectionSentences = 6;
    private const int MaxTitles = 12;
    private const int MaxDocuments = 20;
    private const int MaxFacts = 8;

    /// <summary>Summarises what is asked.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] asked = question.Documents.Count > 0 ? [.. question.Documents] : [.. Enumerable.Range(0, documents.Count)];
        if (question.Topic.Length > 0)
        {
            if (SectionFinder.Find(question.Topic, documents, asked, cancellationToken) is { } section)
            {
                return Section(section, question, documents, cancellationToken);
            }

            return Topic(question, documents, asked, cancellationToken);
        }

        return Whole(question, documents, asked, cancellationToken);
    }

    /// <summary>Lists the titles of documents' sections.</summary>
    public static IEnumerable<AnswerLine> Outline(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] asked = question.Documents.Count > 0 ? [.. question.Documents] : [.. Enumerable.Range(0, Math.Min(MaxDocuments, documents.Count))];
        var phrases = Phrases.In(question.Language);
        for (var i = 0; i < asked.Length; i++)
        {
            var document = documents[asked[i]];
            var titles = DocumentTitle.Sections(DocumentOutline.Read(document, cancellationToken), "");
            var lead = string.Format(CultureInfo.InvariantCulture, phrases.SectionsOf, QuotedText.FileName(document.Name));
            yield return new AnswerLine((i > 0 ? "\n\n" : "") + lead + (titles.Length == 0 ? " " + phrases.NoSections : Titles(titles, phrases, 60)), []);
        }
    }

    private static IEnumerable<AnswerLine> Whole(Question question, IReadOnlyList<ReadableDocument> documents, int[] asked, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(question.Language);
        var count = question.Brief || asked.Length > 6 ? 2 : asked.Length > 2 || RouteRules.AsksWhatItIs(question.Text) ? 3 : Sentences;
        for (var i = 0; i < asked.Length && i < MaxDocuments; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = documents[asked[i]];
            var outline = DocumentOutline.Read(document, cancellationToken);
            var candidates = SummaryCandidates.Read(document, asked[i], .., cancellationToken);
            var chosen = SentenceSelection.Choose(document, candidates, count, RouteRules.AsksWhatItIs(question.Text) ? SummaryFocus.About : SummaryFocus.Whole, cancellationToken);
            var line = new LineBuilder(documents, question.Language).Frame(i > 0 ? "\n\n" : "");
            line.Frame(asked.Length > 1 ? $"**{QuotedText.FileName(document.Name)}**{phrases.Colon}" : Title(document, outline));
            if (chosen.Count == 0)
            {
                yield return TableOnly(line, document, asked[i], phrases);
            }
            else
            {
                Join(line, chosen);
                yield return (asked.Length > 1 ? line : line.Frame(phrases.Source, QuotedText.FileName(document.Name))).ToLine();
            }

            if (candidates.Genre == Genre.Prose && FrequentNames.Of(candidates.Sentences) is { Count: > 2 } names && !question.Brief)
            {
                yield return new AnswerLine("\n\n" + string.Format(CultureInfo.InvariantCulture, phrases.OftenNamed, string.Join(", ", names)), []);
            }

            var titles = DocumentTitle.Sections(outline, DocumentTitle.Of(document, outline));
            if (asked.Length <= 3 && titles.Length > 1 && !question.Brief)
            {
                yield return new AnswerLine("\n\n" + phrases.Sections + Titles(titles, phrases, MaxTitles), []);
            }
        }

        if (asked.Length > MaxDocuments)
        {
            yield return new AnswerLine("\n\n" + string.Format(CultureInfo.InvariantCulture, phrases.More, asked.Length - MaxDocuments), []);
        }
    }

    private static IEnumerable<AnswerLine> Section((int Document, OutlineEntry Heading) section, Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var document = documents[section.Document];
        var end = DocumentOutline.End(document, section.Heading);
        var candidates = SummaryCandidates.Read(document, section.Document, (section.Heading.Block + 1)..end, cancellationToken);
        var chosen = SentenceSelection.Choose(document, candidates, question.Brief ? 3 : SectionSentences, SummaryFocus.Section, cancellationToken);
        var line = new LineBuilder(documents, question.Language);
        line.Frame($"**{QuotedText.Inert(section.Heading.Title)}**").Frame(line.Phrases.Source, Place(document, section.Heading.Block, end, question.Language));
        if (chosen.Count == 0)
        {
            // A section of lists or tables alone is told line by line.
            var start = document.Blocks[section.Heading.Block].Location;
            var last = document.Blocks[end - 1].Location;
            var facts = StatementReader.Read(document, section.Document, start.ByteStart + start.ByteLength, Math.Min(64_000, last.ByteStart + last.ByteLength - start.ByteStart - start.ByteLength));
            foreach (var fact in facts.Where(fact => fact.Kind != StatementKind.Heading).Take(10))
            {
                line.Frame("\n- ");
                AnswerShape.WriteWhole(line, fact);
            }

            yield return line.ToLine();
            yield break;
        }

        line.Frame(line.Phrases.Colon);
        Join(line, chosen);
        yield return line.ToLine();
    }

    private static IEnumerable<AnswerLine> Topic(Question question, IReadOnlyList<ReadableDocument> documents, int[] asked, CancellationToken cancellationToken)
    {
        var focused = question with { Search = question.Topic, Type = AnswerType.Any, TypeWords = [] };
        var scope = new ReadingScope(documents, asked);
        var query = Query.Of(focused, scope.Search);
        var ranked = StatementRanker.Rank(focused, query, scope, cancellationToken);
        if (!NotFound.Answers(ranked.Count > 0 ? ranked[0] : null, query))
        {
            yield return NotFound.Say(new LineBuilder(documents, question.Language), ranked.Count > 0 ? ranked[0] : null, query, documents, question);
            yield break;
        }

        yield return new AnswerLine(Phrases.In(question.Language).NoSectionNamed, []);
        foreach (var statement in ranked.Where(statement => statement.Overlap >= 0.5 * ranked[0].Overlap).Take(SectionSentences).OrderBy(statement => statement.Statement.Document).ThenBy(statement => statement.Statement.ByteStart))
        {
            yield return new LineBuilder(documents, question.Language).Frame("\n- ").Quote(statement.Statement, ..).Stop().Sources().ToLine();
        }
    }

    private static void Join(LineBuilder line, IReadOnlyList<Statement> chosen)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            line.Frame(i > 0 && !QuestionLanguage.IsIdeograph(chosen[i].Text[0]) ? " " : "").Quote(chosen[i], ..).Stop();
        }
    }

    private static string Title(ReadableDocument document, IReadOnlyList<OutlineEntry> outline)
    {
        var title = DocumentTitle.Of(document, outline);
        return title.Trim().Length == 0 ? "" : $"**{QuotedText.Inert(title)}**\n\n";
    }

    private static string Titles(OutlineEntry[] titles, Phrases phrases, int most)
    {
        var list = string.Concat(titles.Take(most).Select(title => "\n- " + QuotedText.Inert(title.Title)));
        return titles.Length <= most ? list : list + "\n\n" + string.Format(CultureInfo.InvariantCulture, phrases.More, titles.Length - most);
    }

    private static string Place(ReadableDocument document, int first, int end, AnswerLanguage language)
    {
        var (from, to) = (document.Blocks[first].Location.Page, document.Blocks[end - 1].Location.Page);
        var name = QuotedText.FileName(document.Name);
        if (from is not { } start)
        {
            return name;
        }

        var pages = to is { } last && last > start ? string.Create(CultureInfo.InvariantCulture, $"{start}–{last}") : start.ToString(CultureInfo.InvariantCulture);
        return language == AnswerLanguage.Chinese ? $"{name}，第 {pages} 页" : $"{name}, {(pages.Contains('–', StringComparison.Ordinal) ? "pp." : "p.")} {pages}";
    }

    private static AnswerLine Rows(LineBuilder line, Statement[] rows, Phrases phrases)
    {
        if (rows.Length == 0)
        {
            return line.Frame(phrases.Empty).ToLine();
        }

        for (var i = 0; i < rows.Length && i < MaxFacts; i++)
        {
            line.Frame(i > 0 ? "\n- " : "- ");
            AnswerShape.WriteWhole(line, rows[i]).Stop();
        }

        return line.ToLine();
    }

    private static AnswerLine TableOnly(LineBuilder line, ReadableDocument document, int position, Phrases phrases)
    {
        var rows = StatementReader.Read(document, position, 0, Math.Min(document.Text.Bytes, 64_000)).Where(statement => statement.Kind != StatementKind.Heading && !PageNumber().IsMatch(statement.Text)).ToArray();
        if (rows is [{ Headers: [_, ..] headers }, ..])
        {
            return line.Frame(phrases.Columns, string.Join(", ", headers.Where(header => header.Length > 0).Take(30).Select(QuotedText.Inert))).Stop().ToLine();
        }

        return Rows(line, rows, phrases);
    }

    [GeneratedRegex(@"^\W*(?:page )?[0-9]{1,5}(?: (?:of|/) [0-9]{1,5})?\W*$|^第\s*[0-9]+\s*页", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
