using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Needles;

/// <summary>Figures of needles: a table by task, and heat maps of depth and length.</summary>
internal static class NeedleTables
{
    private const int Bands = 10;

    private static readonly string[] Columns = ["task", "language", "length", "questions", "answered", "values", "buried", "wrong", "refused", "p50 ms"];
    private static readonly string[] PlainColumns = ["plain @1", "plain @5", "plain @10"];

    /// <summary>The table by language, length and task; the last row of each length is all tasks together.</summary>
    public static ReportTable ByTask(IReadOnlyList<NeedleResult> results, bool baseline) => new(
        "Needles by task",
        [.. Columns, .. baseline ? PlainColumns : []],
        [.. results.GroupBy(result => (result.Language, result.Length)).SelectMany(group => group.GroupBy(result => result.Question.Task)
            .Select(task => Row(task.Key.ToString(), [.. task], baseline))
            .Append(Row("all", [.. group], baseline)))])
    {
        Note = "answered: the values are the answer; values: their share anywhere in it; buried: all there, but not as the answer; refused: said not to be there."
            + (baseline ? " plain: all values within the first 1, 5, 10 chunks of 200 words that a plain BM25 finds." : ""),
    };

    /// <summary>For each language, the share answered by depth and length, of the tasks with one needle; beside it what the peer finds first.</summary>
    public static IReadOnlyList<HeatMap> ByDepth(IReadOnlyList<NeedleResult> results, bool baseline) =>
    [
        .. results.Where(result => result.Question.Depth is not null).GroupBy(result => result.Language).SelectMany(language => (HeatMap[])
        [
            Map("Single needles answered", language, result => result.Verdict == NeedleVerdict.Answered),
            .. baseline ? (HeatMap[])[Map("Single needles in the plain BM25's first chunk", language, result => result.PlainRank == 1)] : [],
        ]),
    ];

    private static HeatMap Map(string title, IGrouping<string, NeedleResult> language, Func<NeedleResult, bool> counts)
    {
        long[] lengths = [.. language.Select(result => result.Length).Distinct().Order()];
        return new HeatMap(
            $"{title}, {(language.Key == "zh" ? "Chinese" : "English")}",
            [.. lengths.Select(TokenLength.Write)],
            [.. Enumerable.Range(0, Bands).Select(band => $"{band * 100 / Bands}–{(band + 1) * 100 / Bands} %")],
            [.. Enumerable.Range(0, Bands).Select(band => (IReadOnlyList<double?>)[.. lengths.Select(length => Share(
                [.. language.Where(result => result.Length == length && Math.Min(Bands - 1, (int)(result.Question.Depth!.Value * Bands)) == band)], counts))])]);
    }

    private static double? Share(IReadOnlyList<NeedleResult> results, Func<NeedleResult, bool> counts) =>
        results.Count == 0 ? null : (double)results.Count(counts) / results.Count;

    private static IReadOnlyList<ReportCell> Row(string task, IReadOnlyList<NeedleResult> results, bool baseline)
    {
        ReportCell Told(NeedleVerdict verdict) => ReportCell.Share(results.Count(result => result.Verdict == verdict), results.Count);
        int[] ranks = [.. results.Select(result => result.PlainRank).OfType<int>()];
        ReportCell Within(int top) => ReportCell.Share(ranks.Count(rank => rank > 0 && rank <= top), ranks.Length);
        return
        [
            ReportCell.Of(task), ReportCell.Of(results[0].Language), ReportCell.Of(TokenLength.Write(results[0].Length)), ReportCell.Count(results.Count),
            Told(NeedleVerdict.Answered), ReportCell.Share(results.Sum(result => result.Share), results.Count),
            Told(NeedleVerdict.Buried), Told(NeedleVerdict.Wrong), Told(NeedleVerdict.Refused),
            ReportCell.Median(results.Select(result => result.Milliseconds)),
            .. baseline ? (ReportCell[])[Within(1), Within(5), Within(10)] : [],
        ];
    }
}
