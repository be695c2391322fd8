using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Questions;

/// <summary>Public question sets in one pool, a haystack about them: where answers are found, what is answered.</summary>
public sealed class QuestionsSuite : EvaluationSuite
{
    private const int DefaultSample = 200;

    /// <inheritdoc/>
    public override string Name => "qa";

    /// <inheritdoc/>
    public override string Description => "Public question sets in one pool, with novels about them up to --tokens: where answers are found, and what is answered.";

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var sets = ReadSets(options, DefaultSample);
        var hotpot = options.Sets.Count == 0 || options.Sets.Contains(HotpotSet.SetName);
        var (measured, hops, missed) = (new List<(string, string, IReadOnlyList<QuestionResult>)>(), new List<IReadOnlyList<ReportCell>>(), new List<MissedQuestion>());
        foreach (var tokens in options.Tokens.Count > 0 ? options.Tokens : [0])
        {
            progress.Report(new EvaluationProgress("making the pool", 0, 1));
            var haystack = QuestionPool.HaystackFor(sets, tokens, options, cancellationToken);
            var documents = TextDocuments.ParseAll(haystack, cancellationToken);
            if (sets.Count > 0)
            {
                var pool = QuestionPool.Make(sets, documents, cancellationToken);
                var plain = options.Baseline ? new PlainPool(sets, haystack, cancellationToken) : null;
                for (var i = 0; i < sets.Count; i++)
                {
                    var position = i;
                    var results = await QuestionRun.EachAsync(
                        $"{sets[i].Name}, {TokenLength.Write(pool.Tokens)}", sets[i].Questions, (question, cancelled) => QuestionRun.MeasureAsync(pool, plain, position, question, cancelled), progress, cancellationToken);
                    measured.Add((sets[i].Name, TokenLength.Write(pool.Tokens), results));
                    missed.AddRange(results.Where(result => !result.IsRight || result.Answer.Kind != AnswerKind.Told || result.IsBoldRight == false).Select(result => Miss(pool.Sets[position], result)));
                }
            }

            if (hotpot)
            {
                hops.AddRange(await HotpotRun.MeasureAsync(options, haystack, documents, progress, cancellationToken));
            }
        }

        ReportTable[] tables =
        [
            .. measured.Count > 0 ? (ReportTable[])[QuestionTables.Finding(measured, options.Baseline), QuestionTables.Answers(measured, options.Baseline)] : [],
            .. hotpot ? (ReportTable[])[HotpotRun.Table(hops, options.Baseline)] : [],
        ];
        return new EvaluationReport(Name, [("sample", $"{options.Sample ?? DefaultSample}"), ("seed", $"{options.Seed}")], tables) { Missed = missed };
    }

    private static MissedQuestion Miss(PooledSet set, QuestionResult result)
    {
        var bold = result.IsBoldRight == false ? ", bold wrong" : "";
        return new MissedQuestion(
            set.Set.Name, $"{result.Answer.Kind} {(result.IsRight ? "right" : "wrong")}{bold}", result.Question.Text, string.Join(" | ", result.Question.Answers.Distinct()),
            set.Set.Units[result.Question.Unit].Text, result.Answer.Text);
    }
}
