using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>Decides whether the documents answer at all, and says so when they do not.</summary>
internal static class NotFound
{
    // The share of the question's idf that the best passage must cover (measured: about .60 for English words, .33 for Chinese bigrams).
    private const double EnglishThreshold = 0.58;
    private const double ChineseThreshold = 0.33;

    // The share that the sentence itself must cover to be told as the answer; with a value of the kind asked for less is enough.
    private const double EnglishOutright = 0.5;
    private const double TypedOutright = 0.35;
    private const double ChineseOutright = 0.2;
    private const double Complete = 0.9;

    // Below this nothing is worth showing as near.
    private const double EnglishNear = 0.3;
    private const double ChineseNear = 0.2;

    /// <summary>Whether a statement's passage covers enough of the question to be its answer.</summary>
    public static bool Answers(RankedStatement? best, Query query) => best is not null && best.Coverage >= Mixed(query, EnglishThreshold, ChineseThreshold);

    /// <summary>Whether a statement says it by itself: in words close to the question's, with a value of the kind asked for.</summary>
    public static bool Outright(RankedStatement best, Question question, Query query)
    {
        if (best.Statement.Kind != StatementKind.Sentence || best.Statement.IsListItem)
        {
            return true;
        }

        if (DefinitionPattern.Of(question) is not null && !best.HasType)
        {
            return false;
        }

        // Of a question of two or three words a sentence that lacks one tells something else; a lone capital may be a verse's.
        var words = query.Terms.Where(term => !term.ByType).ToArray();
        if (question.Type == AnswerType.Any && words.Length is 2 or 3 && question.Language == AnswerLanguage.English && best.Overlap < Complete
            && words.Any(term => !best.Terms.Contains(term.Term) && !term.Alternatives.Any(set => set.All(best.Terms.Contains))))
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

    /// <summary>Says that nothing answers outright, with the nearest one or two sentences.</summary>
    public static AnswerLine SayNearest(LineBuilder line, IReadOnlyList<RankedStatement> nearest, IReadOnlyList<ReadableDocument> documents, Query query, Question question)
    {
        line.Frame(line.Phrases.NotOutright);
        foreach (var ranked in nearest)
        {
            var window = SentenceWindow.Around(ranked.Statement, null, query);
            var quote = new LineBuilder(documents, question.Language).Quote(ranked.Statement, window).ToLine();
            var cut = (Before: window.Start.Value > 0 ? "… " : "", After: window.End.Value < ranked.Statement.Text.Length ? " …" : "");
            line.Frame("\n- ").Frame(line.Phrases.Quotation, cut.Before + quote.Text + cut.After);
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
        var location = documents[statement.Document].Blocks[statement.Block].Location;
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
