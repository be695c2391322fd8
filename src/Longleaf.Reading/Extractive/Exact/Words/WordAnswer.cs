using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact.Words;

/// <summary>Answers which words come most often, counted over the whole text.</summary>
internal static class WordAnswer
{
    private const int MaxDocuments = 20;

    /// <summary>The answer; <see langword="null"/> if the question counts no words, or they cannot be told apart.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken) =>
        WordQuestion.Read(question) is { } counted ? MostFrequent(counted, question, scope, cancellationToken) : null;

    private static List<AnswerLine>? MostFrequent(WordQuestion counted, Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var tally = WordTally.Of(scope.Positions.Select(position => scope.All[position]), counted.Top, counted.Characters, cancellationToken);
        if (tally.Top.Count == 0)
        {
            return null;
        }

        var (own, phrases) = (ExactPhrases.In(question.Language), Phrases.In(question.Language));
        var line = new LineBuilder(scope.All, question.Language);
        line.Frame(string.Join(phrases.Comma, tally.Top.Select(word => $"**{QuotedText.Inert(word.Word)}** ({Number(word.Count)})"))).Frame(phrases.Stop);
        var names = string.Join(phrases.Comma, scope.Positions.Take(MaxDocuments).Select(position => QuotedText.FileName(scope.All[position].Name)));
        line.Frame(own.CountedIn, names, Number(tally.Total)).Frame(tally.IsProse ? own.WithoutFunctionWords : "");
        return [line.ToLine()];
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
