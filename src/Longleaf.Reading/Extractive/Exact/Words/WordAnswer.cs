using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact.Words;

/// <summary>Answers which words come most often, and how often a word or phrase comes, counted over the whole text.</summary>
internal static class WordAnswer
{
    private const int MaxDocuments = 20;

    /// <summary>The answer; <see langword="null"/> if the question counts no words, or they cannot be told apart.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken) =>
        WordQuestion.Read(question) is not { } counted ? null
        : counted.Phrase.Length > 0 ? Occurrences(counted.Phrase, question, scope, cancellationToken)
        : MostFrequent(counted, question, scope, cancellationToken);

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

    private static List<AnswerLine> Occurrences(string phrase, Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var own = ExactPhrases.In(question.Language);
        var counts = scope.Positions.Select(position => (Position: position, Count: Count(scope.All[position], phrase, cancellationToken))).ToArray();
        var total = counts.Sum(count => count.Count);
        var line = new LineBuilder(scope.All, question.Language);
        line.Frame(total switch { 0 => own.Never, 1 => own.Once, _ => string.Format(CultureInfo.InvariantCulture, own.Times, Number(total)) });
        var holding = counts.Where(count => count.Count > 0).ToArray();
        if (holding is [var only])
        {
            return [line.Frame(Phrases.In(question.Language).Source, QuotedText.FileName(scope.All[only.Position].Name)).ToLine()];
        }

        foreach (var (position, count) in holding.Take(MaxDocuments))
        {
            line.Frame(own.TimesIn, QuotedText.FileName(scope.All[position].Name), Number(count));
        }

        return [line.ToLine()];
    }

    private static long Count(ReadableDocument document, string phrase, CancellationToken cancellationToken)
    {
        var count = 0L;
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var location = document.Blocks[block].Location;
            count += Verbatim.All(document.Text.Read(location.ByteStart, location.ByteLength), phrase).LongCount();
        }

        return count;
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
