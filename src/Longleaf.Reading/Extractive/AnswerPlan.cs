using System.Globalization;
using Longleaf.Reading.Extractive.Aggregation;
using Longleaf.Reading.Extractive.Comparisons;
using Longleaf.Reading.Extractive.Exact;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Extractive.Summaries.Speech;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>How a question will be answered.</summary>
/// <param name="Mode">What is read.</param>
/// <param name="Why">One sentence on why, and how the question was understood.</param>
/// <param name="Lines">The answer, read as it is enumerated.</param>
internal sealed record AnswerPlan(ReadingMode Mode, string Why, Func<CancellationToken, IEnumerable<AnswerLine>> Lines)
{
    /// <summary>The plan for a question.</summary>
    public static AnswerPlan Of(Question question, IReadOnlyList<ReadableDocument> documents, ReadingMode mode, long maxReadTokens)
    {
        var phrases = Phrases.In(question.Language);
        if (documents.Count == 0)
        {
            return Say(question.Route == Route.Greeting ? phrases.Greeting : phrases.NoDocuments, "There are no documents.");
        }

        if (question.Text.Length == 0)
        {
            return Say(phrases.NothingAsked, "Nothing was asked.");
        }

        if (documents.All(document => document.Blocks.Count == 0))
        {
            return Say(phrases.Empty, "The documents have no text.");
        }

        if (SpeechSummary.Answers(question, documents))
        {
            return new AnswerPlan(
                ReadingMode.ReadAll,
                $"What was said is asked for, of {Documents(question, documents)} of speech: sentences were chosen that together tell most of it.",
                cancellationToken => SpeechSummary.Answer(question, documents, cancellationToken));
        }

        return question.Route switch
        {
            Route.Greeting => Say(phrases.Greeting, "Nothing was asked."),
            Route.Summary when question.Topic.Length == 0 => new AnswerPlan(
                ReadingMode.ReadAll,
                $"A summary is asked for: central sentences of {Documents(question, documents)} were chosen, of long ones from passages spread over them.",
                cancellationToken => SummaryAnswer.Answer(question, documents, cancellationToken)),
            Route.Summary => new AnswerPlan(
                ReadingMode.Retrieve, "A summary of one section or topic is asked for: it was found by its title, or by search.", cancellationToken => SummaryAnswer.Answer(question, documents, cancellationToken)),
            Route.Outline => new AnswerPlan(ReadingMode.ReadAll, "The section titles are asked for.", cancellationToken => SummaryAnswer.Outline(question, documents, cancellationToken)),
            Route.Compare => new AnswerPlan(
                ReadingMode.ReadAll, "A comparison is asked for: what both documents state was set side by side.", cancellationToken => ComparisonAnswer.Answer(question, documents, cancellationToken)),
            Route.Aggregate => Aggregate(question, documents, Lookup(question, documents, mode, maxReadTokens)),
            _ => Lookup(question, documents, mode, maxReadTokens),
        };
    }

    /// <summary>Looks into the documents where only they can say whether the plan holds; <see langword="null"/> where nothing is left to settle.</summary>
    public Func<CancellationToken, AnswerPlan>? Settle { get; init; }

    // What is not surely a computation over what the documents hold is looked up.
    private static AnswerPlan Aggregate(Question question, IReadOnlyList<ReadableDocument> documents, AnswerPlan lookup) =>
        new(ReadingMode.ReadAll, $"Something is to be counted, computed or listed over {Documents(question, documents)}: tables and texts are read in full; where none surely holds it, the best passages are read instead.", lookup.Lines)
        {
            Settle = cancellationToken => AggregateAnswer.Find(question, documents, cancellationToken) is { } found
                ? new AnswerPlan(ReadingMode.ReadAll, found.Why, found.Lines)
                : lookup,
        };

    private static AnswerPlan Lookup(Question question, IReadOnlyList<ReadableDocument> documents, ReadingMode mode, long maxReadTokens)
    {
        var budget = mode is ReadingMode.Full or ReadingMode.ReadAll ? maxReadTokens : 0;

        // What is found to the letter is looked for everywhere: a limit below that is kept.
        var mayReadAll = budget == 0 || budget >= documents.Sum(document => document.Segment.Tokens);
        var how = budget > 0
            ? "every passage is read, those that search finds first, as far as the limit of tokens goes"
            : "the best passages are searched and read sentence by sentence";
        return new AnswerPlan(
            budget > 0 ? ReadingMode.ReadAll : ReadingMode.Retrieve,
            $"A fact is asked for ({question.Type}) of {Documents(question, documents)}: {how}.",
            cancellationToken => (mayReadAll ? ExactAnswer.Find(question, documents, cancellationToken) : null) ?? LookupAnswer.Answer(question with { ReadTokens = budget }, documents, cancellationToken));
    }

    /// <summary>How many documents a question is put to, in words.</summary>
    public static string Documents(Question question, IReadOnlyList<ReadableDocument> documents)
    {
        var count = question.Documents.Count > 0 ? question.Documents.Count : documents.Count;
        return count == 1 ? "one document" : string.Create(CultureInfo.InvariantCulture, $"{count} documents");
    }

    private static AnswerPlan Say(string sentence, string why) => new(ReadingMode.Retrieve, why, _ => [new AnswerLine(sentence, [])]);
}
