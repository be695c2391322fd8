using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading;

namespace Longleaf.Evaluation.Questions;

/// <summary>Measures how soon all paragraphs that a question takes are found.</summary>
internal static class HotpotRun
{
    private const int DefaultSample = 250;
    private static readonly int[] Ranks = [2, 5, 10, 20];
    private static readonly string[] Columns = [.. Ranks.Select(rank => $"full @{rank}"), "recall @5"];

    /// <summary>The table of rows.</summary>
    public static ReportTable Table(IReadOnlyList<IReadOnlyList<ReportCell>> rows, bool baseline) => new(
        "Two paragraphs, found together",
        ["set", "pool", "questions", .. Columns, "told right", "told wrong", "refused", .. baseline ? Columns.Select(column => "plain " + column) : []],
        rows)
    {
        Note = "full @n: all paragraphs that the question takes are among the first n; recall: the share of them. Told: where the answer is known; the rest is hedged.",
    };

    /// <summary>A row for each part of the set.</summary>
    /// <param name="options">Sample, baseline.</param>
    /// <param name="haystack">Texts beside it.</param>
    /// <param name="documents">The same as documents.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<ReportCell>>> MeasureAsync(
        EvaluationOptions options, IReadOnlyList<(string Name, string Text)> haystack, IReadOnlyList<ReadableDocument> documents, IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<ReportCell>>();
        foreach (var set in HotpotSet.Read(EvaluationData.Find(options.Data)))
        {
            var pool = QuestionPool.Make([set.Paragraphs], documents, cancellationToken);
            var plain = options.Baseline ? new PlainPool([set.Paragraphs], haystack, cancellationToken) : null;
            var results = await QuestionRun.EachAsync(
                $"{set.Name}, {TokenLength.Write(pool.Tokens)}", Sampling.Spread(set.Questions, options.Sample ?? DefaultSample),
                async (question, cancelled) => (
                    Ranks: RanksOf(question.Units, Units(pool, question.Text, cancelled)),
                    Plain: plain is null ? [] : RanksOf(question.Units, plain.Search.Search(question.Text, Ranks[^1]).Select(found => found.Unit)),
                    Told: question.Answer is null ? null : await ToldAsync(pool, question.Text, question.Answer, cancelled)),
                progress, cancellationToken);
            string?[] told = [.. results.Select(result => result.Told).OfType<string>()];
            ReportCell Told(string verdict) => ReportCell.Share(told.Count(one => one == verdict), told.Length);
            rows.Add(
            [
                ReportCell.Of(set.Name), ReportCell.Of(TokenLength.Write(pool.Tokens)), ReportCell.Count(results.Count),
                .. Shares([.. results.Select(result => result.Ranks)]), Told("right"), Told("wrong"), Told("refused"),
                .. plain is null ? [] : Shares([.. results.Select(result => result.Plain)]),
            ]);
        }

        return rows;
    }

    private static async Task<string?> ToldAsync(QuestionPool pool, string question, string expected, CancellationToken cancellationToken)
    {
        var answer = await ReaderClient.AskAsync(pool.Documents, question, cancellationToken);
        return answer.Kind switch
        {
            AnswerKind.Refused => "refused",
            AnswerKind.Near => "hedged",
            _ => KnownAnswer.IsIn(answer.Body, [expected]) ? "right" : "wrong",
        };
    }

    // Paragraphs in the order of their best passages; one of the haystack is another's.
    private static IEnumerable<int> Units(QuestionPool pool, string question, CancellationToken cancellationToken) =>
        AnswerFinder.RankPassages(pool, question, cancellationToken)
            .Select(found => found.Document == 0 ? pool.Sets[0].UnitOf(pool.Documents[0].Segment.GetPassage(found.Number).ByteStart) : -1 - ((found.Document << 20) + found.Number))
            .Distinct();

    // For each paragraph that is needed its rank, from 1; past all that count if it was not found.
    private static int[] RanksOf(IReadOnlyList<int> needed, IEnumerable<int> found)
    {
        var order = found.Take(Ranks[^1]).ToList();
        return [.. needed.Select(unit => order.IndexOf(unit) is var at and >= 0 ? at + 1 : int.MaxValue)];
    }

    private static IEnumerable<ReportCell> Shares(IReadOnlyList<int[]> ranks) =>
    [
        .. Ranks.Select(top => ReportCell.Share(ranks.Count(one => one.Max() <= top), ranks.Count)),
        ReportCell.Share(ranks.Sum(one => (double)one.Count(rank => rank <= 5) / one.Length), ranks.Count),
    ];
}
