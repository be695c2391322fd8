using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries.Speech;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Summarises documents, or a section of one, in their own sentences.</summary>
internal static partial class SummaryAnswer
{
    private const int SectionSentences = 6;
    private const int LeastWords = 6;
    private const int MaxDocuments = 100;

    /// <summary>Summarises what is asked.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] asked = question.Documents.Count > 0 ? [.. question.Documents] : [.. Enumerable.Range(0, documents.Count)];

        // A matter without the word "section": a section called so, else what is said of it; what is found nowhere was no matter.
        var topic = question.Topic.Length > 0 ? question.Topic : SummaryMatter.Of(question, asked.Select(position => documents[position]));
        if (topic.Length > 0)
        {
            if (SectionFinder.FindEach(topic, documents, asked, cancellationToken) is { Count: > 0 } sections)
            {
                return Sections(sections, question, documents, cancellationToken);
            }

            var (query, ranked) = Statements(question, topic, documents, asked, cancellationToken);
            var best = ranked.Count > 0 ? ranked[0] : null;
            if (NotFound.Answers(best, query))
            {
                return Told(question, documents, asked, query, ranked);
            }

            if (question.Topic.Length > 0)
            {
                return [NotFound.Say(new LineBuilder(documents, question.Language), best, query, documents, question)];
            }
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
        // Documents are read side by side, a few ahead of what is told.
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        foreach (var batch in asked.Take(MaxDocuments).Chunk(4 * Environment.ProcessorCount))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parts = new IReadOnlyList<AnswerLine>[batch.Length];
            try
            {
                Parallel.For(0, batch.Length, options, i => parts[i] = DocumentSummary.Of(question, documents, batch[i], asked.Length, cancellationToken));
            }
            catch (AggregateException failed)
            {
                // What went wrong in one document (a damaged index) is what the reader is asked to tell.
                ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
            }

            for (var i = 0; i < parts.Length; i++)
            {
                foreach (var line in parts[i])
                {
                    yield return batch[i] == asked[0] || line != parts[i][0] ? line : line with { Text = "\n\n" + line.Text };
                }
            }
        }

        if (asked.Length > MaxDocuments)
        {
            yield return new AnswerLine("\n\n" + string.Format(CultureInfo.InvariantCulture, Phrases.In(question.Language).More, asked.Length - MaxDocuments), []);
        }
    }

    private static IEnumerable<AnswerLine> Sections(IReadOnlyList<(int Document, OutlineEntry Heading)> sections, Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken) =>
        sections.SelectMany((section, i) => Section(section, question, documents, cancellationToken).Select((line, part) => i > 0 && part == 0 ? line with { Text = "\n\n" + line.Text } : line));

    private static IEnumerable<AnswerLine> Section((int Document, OutlineEntry Heading) section, Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var document = documents[section.Document];
        var end = DocumentOutline.End(document, section.Heading);
        var candidates = SummaryCandidates.Read(document, section.Document, (section.Heading.Block + 1)..end, cancellationToken);
        var chosen = SentenceSelection.Choose(document, candidates, question.Form.SentencesFor(SectionSentences), question.Form.WordsFor(int.MaxValue / 8), SummaryFocus.Section, cancellationToken);
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

        DocumentSummary.Write(line.Frame(question.Form.Bullets ? "" : line.Phrases.Colon), chosen, question.Form, isFresh: false);
        yield return line.ToLine();
    }

    private static (Query Query, IReadOnlyList<RankedStatement> Ranked) Statements(Question question, string topic, IReadOnlyList<ReadableDocument> documents, int[] asked, CancellationToken cancellationToken)
    {
        var focused = question with { Search = topic, Type = AnswerType.Any, TypeWords = [] };
        var scope = new ReadingScope(documents, asked);
        var query = Query.Of(focused, scope.Search);
        return (query, StatementRanker.Rank(focused, query, scope, cancellationToken));
    }

    private static IEnumerable<AnswerLine> Told(Question question, IReadOnlyList<ReadableDocument> documents, int[] asked, Query query, IReadOnlyList<RankedStatement> ranked)
    {
        // What is asked of a section that is not there is said so; what is asked of a matter is told.
        var lead = NamesSection().IsMatch(question.Text) ? Phrases.In(question.Language).NoSectionNamed + "\n" : "";
        var told = ranked.Where(statement => statement.Overlap >= 0.5 * ranked[0].Overlap && !SaysLittle(statement.Statement)).Take(question.Form.SentencesFor(SectionSentences)).OrderBy(statement => statement.Statement.Document).ThenBy(statement => statement.Statement.ByteStart).ToArray();
        for (var i = 0; i < told.Length; i++)
        {
            var statement = told[i].Statement;
            var line = new LineBuilder(documents, question.Language).Frame(i == 0 ? lead : "\n").Frame("- ").Quote(statement, SentenceWindow.Around(statement, null, query)).Stop();
            var place = SourceLabel.Place(documents[statement.Document].Blocks[statement.Block].Location, question.Language);
            yield return (asked.Length > 1 ? line.Sources() : place.Length > 0 ? line.Frame(line.Phrases.Source, place) : line).ToLine();
        }

        if (asked.Length == 1)
        {
            yield return new AnswerLine("\n\n" + string.Format(CultureInfo.InvariantCulture, Phrases.In(question.Language).Source, QuotedText.FileName(documents[asked[0]].Name)).TrimStart(), []);
        }
    }

    // A title, an exclamation, a question: it names the matter and says nothing of it.
    private static bool SaysLittle(Statement statement) =>
        statement.Kind == StatementKind.Sentence && (SpokenStyle.Units(statement.Text) < LeastWords || statement.Text.AsSpan().TrimEnd("\"”’' ").EndsWith("?", StringComparison.Ordinal) || statement.Text.TrimEnd('”', '"').EndsWith('？'));

    [GeneratedRegex(@"\b(?:chapter|section|part|clause|article|paragraph|appendix)\b|章节?|第.{1,4}[节条款]|[本该这一]节|条款|部分", RegexOptions.IgnoreCase)]
    private static partial Regex NamesSection();

    /// <summary>Titles as a list, cut short after some.</summary>
    public static string Titles(OutlineEntry[] titles, Phrases phrases, int most)
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
}
