using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Questions;

/// <summary>Figures of question sets: where answers are found, and what is answered.</summary>
internal static class QuestionTables
{
    private static readonly int[] SentenceRanks = [1, 3, 5];
    private static readonly int[] ParagraphRanks = [1, 5, 10];
    private static readonly int[] Budgets = [1_000, 4_000];

    private static readonly string[] FindingColumns =
    [
        .. SentenceRanks.Select(rank => $"sentence @{rank}"), .. ParagraphRanks.Select(rank => $"paragraph @{rank}"), .. Budgets.Select(budget => $"in {TokenLength.Write(budget)}"),
    ];

    /// <summary>Where answers are found: a row of a set, the peer beside it.</summary>
    public static ReportTable Finding(IReadOnlyList<(string Set, string Pool, IReadOnlyList<QuestionResult> Results)> measured, bool baseline) => new(
        "Where answers are found",
        ["set", "pool", "questions", .. FindingColumns, .. baseline ? FindingColumns.Select(name => "plain " + name) : []],
        [.. measured.Select(row => (IReadOnlyList<ReportCell>)[ReportCell.Of(row.Set), ReportCell.Of(row.Pool), ReportCell.Count(row.Results.Count),
            .. Shares([.. row.Results.Select(result => result.Found)]), .. baseline ? Shares([.. row.Results.Select(result => result.Plain).OfType<Finding>()]) : []])])
    {
        Note = "sentence @n: the answer is in one of the first n sentences; paragraph @n: its paragraph is among the first n; in n: it is within n tokens of passages, best first. plain: BM25 over whole paragraphs.",
    };

    /// <summary>What is answered: a row of a set.</summary>
    public static ReportTable Answers(IReadOnlyList<(string Set, string Pool, IReadOnlyList<QuestionResult> Results)> measured, bool baseline) => new(
        "What is answered",
        ["set", "pool", "questions", "told right", "told wrong", "near right", "near wrong", "refused", "bold", "bold right", "p50 ms", .. baseline ? (string[])["plain right"] : []],
        [.. measured.Select(row => Answered(row.Set, row.Pool, row.Results, baseline))])
    {
        Note = "told: as the answer; near: as the nearest, with a word that nothing says it outright; right: the known answer is in the text (of paragraphs as answers: it is cited); bold right: what is in bold is it."
            + (baseline ? " plain right: the answer is in the peer's first sentence, which is all that it could tell." : ""),
    };

    private static IEnumerable<ReportCell> Shares(IReadOnlyList<Finding> found)
    {
        ReportCell Of(Func<Finding, bool> hit) => ReportCell.Share(found.Count(hit), found.Count);
        return
        [
            .. SentenceRanks.Select(rank => Of(one => one.SentenceRank > 0 && one.SentenceRank <= rank)),
            .. ParagraphRanks.Select(rank => Of(one => one.ParagraphRank > 0 && one.ParagraphRank <= rank)),
            .. Budgets.Select(budget => Of(one => one.EvidenceTokens <= budget)),
        ];
    }

    private static IReadOnlyList<ReportCell> Answered(string set, string pool, IReadOnlyList<QuestionResult> results, bool baseline)
    {
        ReportCell Of(AnswerKind kind, bool? isRight) =>
            ReportCell.Share(results.Count(result => result.Answer.Kind == kind && (isRight is not { } right || result.IsRight == right)), results.Count);
        bool[] bold = [.. results.Where(result => result.Answer.Kind == AnswerKind.Told).Select(result => result.IsBoldRight).OfType<bool>()];
        return
        [
            ReportCell.Of(set), ReportCell.Of(pool), ReportCell.Count(results.Count),
            Of(AnswerKind.Told, true), Of(AnswerKind.Told, false), Of(AnswerKind.Near, true), Of(AnswerKind.Near, false), Of(AnswerKind.Refused, null),
            ReportCell.Count(bold.Length), ReportCell.Share(bold.Count(right => right), bold.Length),
            ReportCell.Median(results.Select(result => result.Answer.Elapsed.TotalMilliseconds)),
            .. baseline ? (ReportCell[])[ReportCell.Share(results.Count(result => result.Plain?.SentenceRank == 1), results.Count)] : [],
        ];
    }
}
