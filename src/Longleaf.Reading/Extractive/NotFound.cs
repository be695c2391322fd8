using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>Decides whether the documents answer at all, and says so when they do not.</summary>
internal static class NotFound
{
    // The share of the question's idf that the best passage must cover (measured: about .60 for English words, .33 for Chinese bigrams).
    private const double EnglishThreshold = 0.58;
    private const double ChineseThreshold = 0.33;

    // Below this nothing is worth showing as near.
    private const double EnglishNear = 0.3;
    private const double ChineseNear = 0.2;

    /// <summary>Whether a statement's passage covers enough of the question to be its answer.</summary>
    public static bool Answers(RankedStatement? best, Query query) => best is not null && best.Coverage >= Mixed(query, EnglishThreshold, ChineseThreshold);

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
            line.Frame(language == AnswerLanguage.Chinese ? "" : " ").Frame(line.Phrases.NothingOf, QuotedText.Inert(Path.GetFileNameWithoutExtension(documents[asked].Name)));
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
