using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Baselines;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Questions;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Summaries;

/// <summary>Summaries of meetings, in English and Chinese, against those that people wrote.</summary>
public sealed class SummariesSuite : EvaluationSuite
{
    // The lengths at which the published baselines were measured.
    private static readonly (string Name, int PlainTokens, bool PlainAsks, Func<EvaluationData, IReadOnlyList<SummaryTask>> Read)[] Sets =
    [
        ("qmsum specific", 70, true, data => MeetingSets.QmSum(data, specific: true)),
        ("qmsum general", 110, false, data => MeetingSets.QmSum(data, specific: false)),
        ("vcsum", 130, false, MeetingSets.VcSum),
    ];

    /// <inheritdoc/>
    public override string Name => "summaries";

    /// <inheritdoc/>
    public override string Description => "Summaries of meetings against those that people wrote, by ROUGE-1, 2 and L: QMSum's questions, and VCSum.";

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        if (options.Sets.FirstOrDefault(name => !Sets.Any(set => set.Name.StartsWith(name, StringComparison.Ordinal))) is { } unknown)
        {
            throw new EvaluationException($"There is no set of summaries {unknown}: there are qmsum and vcsum.");
        }

        var (data, rows, lowest) = (EvaluationData.Find(options.Data), new List<IReadOnlyList<ReportCell>>(), new List<MissedQuestion>());
        foreach (var set in Sets.Where(set => options.Sets.Count == 0 || options.Sets.Any(name => set.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            progress.Report(new EvaluationProgress($"{set.Name}: reading", 0, 1));
            var tasks = Sampling.Spread(set.Read(data), options.Sample ?? 0);
            var results = await QuestionRun.EachAsync(
                set.Name, tasks,
                async (task, cancelled) => (
                    Answer: await ReaderClient.AskAsync([task.Document], task.Question, cancelled),
                    Plain: options.Baseline ? PlainSummary.Of(task.Document.Text.Read(0, (int)task.Document.Text.Bytes), set.PlainAsks ? task.Question : null, set.PlainTokens) : ""),
                progress, cancellationToken);
            IReadOnlyList<string>[] references = [.. tasks.Select(task => Rouge.Tokens(task.Reference))];
            IReadOnlyList<string>[] own = [.. results.Select(result => Rouge.Tokens(result.Answer.Body))];
            rows.Add(
            [
                ReportCell.Of(set.Name), ReportCell.Count(tasks.Count), .. Scores(own, references), ReportCell.Count((long)own.Average(tokens => tokens.Count)),
                ReportCell.Median(results.Select(result => result.Answer.Elapsed.TotalMilliseconds)),
                .. options.Baseline ? Scores([.. results.Select(result => Rouge.Tokens(result.Plain))], references) : [],
            ]);
            double[] unigrams = [.. own.Zip(references, (answer, reference) => Rouge.N(1, answer, reference))];
            lowest.AddRange(Enumerable.Range(0, tasks.Count).OrderBy(i => unigrams[i]).Take(Math.Max(1, tasks.Count / 4))
                .Select(i => new MissedQuestion(set.Name, $"ROUGE-1 {100 * unigrams[i]:0.0}", tasks[i].Question, tasks[i].Reference, "", results[i].Answer.Text)));
        }

        var table = new ReportTable(
            "Summaries, ROUGE F1 × 100",
            ["set", "summaries", "ROUGE-1", "ROUGE-2", "ROUGE-L", "tokens", "p50 ms", .. options.Baseline ? (string[])["plain ROUGE-1", "plain ROUGE-2", "plain ROUGE-L"] : []],
            rows)
        {
            Note = "Tokens are words in lower case, not stemmed, ideographs one by one; ROUGE-L over whole texts."
                + (options.Baseline ? " plain: sentences that a BM25 finds for the question (70 words), or the first ones (110 words; 130 characters)." : ""),
        };
        return new EvaluationReport(Name, [("sample", options.Sample is { } sample and > 0 ? $"{sample}" : "all")], [table]) { Missed = lowest };
    }

    private static IEnumerable<ReportCell> Scores(IReadOnlyList<string>[] texts, IReadOnlyList<string>[] references)
    {
        ReportCell Mean(Func<IReadOnlyList<string>, IReadOnlyList<string>, double> score) => ReportCell.Score(100 * texts.Zip(references, score).DefaultIfEmpty().Average());
        return [Mean((text, reference) => Rouge.N(1, text, reference)), Mean((text, reference) => Rouge.N(2, text, reference)), Mean(Rouge.L)];
    }
}
