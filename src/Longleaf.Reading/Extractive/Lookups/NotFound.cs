using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Decides whether the documents answer at all, and says so when they do not.</summary>
internal static class NotFound
{
    // The share of the question's idf that the best passage must cover (measured: about .60 for English words, .33 for Chinese bigrams).
    private const double EnglishThreshold = 0.58;
    private const double ChineseThreshold = 0.33;

    // The share that the sentence itself must cover to be told as the answer; with a value of the kind asked for less is enough.
    private const double EnglishOutright = 0.45;
    private const double TypedOutright = 0.35;
    private const double ChineseOutright = 0.2;
    private const double Complete = 0.9;

    // Below this nothing is worth showing as near.
    private const double EnglishNear = 0.3;
    private const double ChineseNear = 0.2;

    /// <summary>Whether a statement's passage covers enough of the question to be its answer.</summary>
    public static bool Answers(RankedStatement? best, Query query) => best is not null && best.Coverage >= Mixed(query, EnglishThreshold, ChineseThreshold);

    /// <summary>Whether a statement says it by itself: in words close to the question's, with a value of the kind asked for.</summary>
    /// <param name="ranked">The statements read, best first; at least one.</param>
    /// <param name="question">The question.</param>
    /// <param name="query">Its terms.</param>
    /// <param name="documents">The documents.</param>
    public static bool Outright(IReadOnlyList<RankedStatement> ranked, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var best = ranked[0];
        if (NamesAnother(ranked, question, query, documents) || (question.Type == AnswerType.Count && !best.HasType && best.Statement.Kind == StatementKind.Sentence))
        {
            return false;
        }

        if (best.Statement.Kind != StatementKind.Sentence || best.Statement.IsListItem)
        {
            return true;
        }

        if (DefinitionPattern.Of(question) is not null && !best.HasType)
        {
            return false;
        }

        if (question.Type == AnswerType.Person && question.Language == AnswerLanguage.English && best.Overlap < Complete
            && !AnswerSpans.Find(best.Statement.Text, question).Any(span => best.Statement.Text.AsSpan(span.Start, span.Length).Contains(' ')))
        {
            return false;
        }

        return best.Overlap >= Mixed(query, best.HasType ? TypedOutright : EnglishOutright, ChineseOutright);
    }

    // Somebody or something is named that stands nowhere near: what was found is of another.
    private static bool NamesAnother(IReadOnlyList<RankedStatement> ranked, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var statement = ranked[0].Statement;
        var named = question.Names.Where(name => !question.Text.StartsWith(name, StringComparison.Ordinal)).SelectMany(name => TextAnalyzer.Analyze(name)).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var absent = query.Terms.Where(term => named.Contains(term.Term) && !ranked.Any(other => other.Statement.Document == statement.Document && (other.Terms.Contains(term.Term) || term.Alternatives.Any(set => set.All(other.Terms.Contains))))).ToArray();
        if (absent.Length == 0)
        {
            return false;
        }

        var context = PassageRanker.Context(documents[statement.Document], documents[statement.Document].Blocks[statement.Block].Location);
        return absent.Any(term => !context.Contains(term.Term));
    }

    /// <summary>Says that nothing answers outright, with the nearest one or two sentences.</summary>
    public static AnswerLine SayNearest(LineBuilder line, IReadOnlyList<RankedStatement> nearest, IReadOnlyList<ReadableDocument> documents, Query query, Question question)
    {
        line.Frame(line.Phrases.NotOutright);
        foreach (var ranked in nearest)
        {
            var window = SentenceWindow.Around(ranked.Statement, null, query);
            var quote = ranked.Statement.Kind == StatementKind.Sentence
                ? new LineBuilder(documents, question.Language).Quote(ranked.Statement, window).ToLine()
                : AnswerShape.WriteWhole(new LineBuilder(documents, question.Language), ranked.Statement).ToLine();
            var isSentence = ranked.Statement.Kind == StatementKind.Sentence;
            var text = (isSentence && window.Start.Value > 0 ? "… " : "") + quote.Text + (isSentence && window.End.Value < ranked.Statement.Text.Length ? " …" : "");

            // Speech has marks of its own.
            _ = text.AsSpan().ContainsAny('"', '“') ? line.Frame("\n- ").Frame(text) : line.Frame("\n- ").Frame(line.Phrases.Quotation, text);
            line.Cite(ranked.Statement, 0, ranked.Statement.Text.Length).Sources();
        }

        return line.ToLine();
    }

    /// <summary>Says that there is no answer, and what is nearest if anything is.</summary>
    public static AnswerLine Say(LineBuilder line, RankedStatement? nearest, Query query, IReadOnlyList<ReadableDocument> documents, Question question)
    {
        var language = question.Language;
        if (nearest is null || nearest.Coverage < Mixed(query, EnglishNear, ChineseNear) || !IsNear(nearest, query))
        {
            return line.Frame(line.Phrases.NotHere).ToLine();
        }

        var statement = nearest.Statement;
        var quote = AnswerShape.WriteWhole(new LineBuilder(documents, language), statement).ToLine();
        var location = quote.Citations is [var cited, ..] ? cited.Location : documents[statement.Document].Blocks[statement.Block].Location;
        line.Frame(line.Phrases.NotSaid).Frame(language == AnswerLanguage.Chinese ? "" : " ");
        line.Frame(line.Phrases.Nearest, quote.Text, SourceLabel.Of(documents[statement.Document], location, language));
        if (question.Documents is [var asked] && asked != statement.Document)
        {
            line.Frame(language == AnswerLanguage.Chinese ? "" : " ").Frame(line.Phrases.NothingOf, QuotedText.FileName(Path.GetFileNameWithoutExtension(documents[asked].Name)));
        }

        return line.ToLine() with { Citations = quote.Citations };
    }

    // One shared word of several is chance.
    private static bool IsNear(RankedStatement nearest, Query query) =>
        query.Terms.Count(term => nearest.Terms.Contains(term.Term) || term.Alternatives.Any(set => set.All(nearest.Terms.Contains))) >= Math.Min(2, query.Terms.Count);

    // A question of both scripts is judged by what most of it is.
    private static double Mixed(Query query, double english, double chinese)
    {
        if (query.Total <= 0)
        {
            return english;
        }

        var ideographs = query.Terms.Where(term => QuestionLanguage.IsIdeograph(term.Term[0])).Sum(term => term.Weight) / query.Total;
        return english + ((chinese - english) * ideographs);
    }
}
