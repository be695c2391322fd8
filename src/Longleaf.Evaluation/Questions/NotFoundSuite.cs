using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Baselines;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Questions;

/// <summary>What is said where the answer is not: each question is put to the half of its set with its paragraph, and to the one without.</summary>
public sealed class NotFoundSuite : EvaluationSuite
{
    private const int DefaultSample = 200;

    /// <inheritdoc/>
    public override string Name => "notfound";

    /// <inheritdoc/>
    public override string Description => "Whether questions without an answer are known: each is put to the half of its set that has the paragraph, and to the half that has not.";

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);

        // A question of DuReader has answers in several of its documents, of which one was marked.
        var (sets, rows, missed) = (ReadSets(options, DefaultSample).Where(set => !set.AnswersAreParagraphs), new List<IReadOnlyList<ReportCell>>(), new List<MissedQuestion>());
        foreach (var set in sets)
        {
            foreach (var tokens in options.Tokens.Count > 0 ? options.Tokens : [0])
            {
                var haystack = QuestionPool.HaystackFor([set], tokens, options, cancellationToken);
                var documents = TextDocuments.ParseAll(haystack, cancellationToken);
                Half[] halves = [.. Enumerable.Range(0, 2).Select(parity => Half.Make(set, parity, haystack, documents, options.Baseline, cancellationToken))];
                var results = await QuestionRun.EachAsync(
                    $"{set.Name}, {TokenLength.Write(halves[0].Pool.Tokens)}", set.Questions,
                    async (question, cancelled) => (
                        With: await halves[question.Unit % 2].AskAsync(question.Text, cancelled), Without: await halves[1 - (question.Unit % 2)].AskAsync(question.Text, cancelled)),
                    progress, cancellationToken);
                rows.Add(Row(set.Name, TokenLength.Write(halves[0].Pool.Tokens), results, options.Baseline));
                missed.AddRange(set.Questions.Zip(results).Where(pair => pair.Second.Without.Answer.Kind == AnswerKind.Told)
                    .Select(pair => new MissedQuestion(set.Name, "told, though not there", pair.First.Text, "(not in the documents)", "", pair.Second.Without.Answer.Text)));
            }
        }

        var table = new ReportTable(
            "Questions with and without an answer",
            ["set", "pool", "questions", "AUC", "balanced", "there: told", "near", "refused", "not there: told", "near ", "refused ", .. options.Baseline ? (string[])["plain AUC", "plain balanced"] : []],
            rows)
        {
            Note = "AUC: of the best statement's coverage of the question; balanced: the mean of told where it is there and not told where it is not."
                + (options.Baseline ? " plain: the best paragraph's score by the question's terms; balanced at its best threshold, chosen in hindsight." : ""),
        };
        return new EvaluationReport(Name, [("sample", $"{options.Sample ?? DefaultSample}")], [table]) { Missed = missed };
    }

    private static IReadOnlyList<ReportCell> Row(string set, string pool, IReadOnlyList<(Heard With, Heard Without)> results, bool baseline)
    {
        Heard[] with = [.. results.Select(result => result.With)];
        Heard[] without = [.. results.Select(result => result.Without)];
        ReportCell Share(Heard[] heard, AnswerKind kind) => ReportCell.Share(heard.Count(one => one.Answer.Kind == kind), heard.Length);
        var told = (double)(with.Count(one => one.Answer.Kind == AnswerKind.Told) + without.Count(one => one.Answer.Kind != AnswerKind.Told)) / (2 * Math.Max(1, results.Count));
        double[] Plain(Heard[] heard) => [.. heard.Select(one => one.Plain)];
        return
        [
            ReportCell.Of(set), ReportCell.Of(pool), ReportCell.Count(results.Count),
            ReportCell.Share(Separation.AreaUnderCurve([.. with.Select(one => one.Coverage)], [.. without.Select(one => one.Coverage)])), ReportCell.Share(told),
            Share(with, AnswerKind.Told), Share(with, AnswerKind.Near), Share(with, AnswerKind.Refused),
            Share(without, AnswerKind.Told), Share(without, AnswerKind.Near), Share(without, AnswerKind.Refused),
            .. baseline ? (ReportCell[])[ReportCell.Share(Separation.AreaUnderCurve(Plain(with), Plain(without))), ReportCell.Share(Separation.BestBalancedAccuracy(Plain(with), Plain(without)))] : [],
        ];
    }

    private readonly record struct Heard(double Coverage, GivenAnswer Answer, double Plain);

    private sealed record Half(QuestionPool Pool, PlainPool? Peer)
    {
        public static Half Make(
            QuestionSet set, int parity, IReadOnlyList<(string Name, string Text)> haystack, IReadOnlyList<Reading.ReadableDocument> documents, bool baseline, CancellationToken cancellationToken)
        {
            QuestionSet[] half = [set with { Units = [.. set.Units.Where((_, number) => number % 2 == parity)], Questions = [] }];
            return new Half(QuestionPool.Make(half, documents, cancellationToken), baseline ? new PlainPool(half, haystack, cancellationToken) : null);
        }

        public async Task<Heard> AskAsync(string question, CancellationToken cancellationToken)
        {
            var coverage = AnswerFinder.Rank(Pool, question, cancellationToken) is [var best, ..] ? best.Coverage : 0;
            var plain = Peer?.Search.Search(question, 1) is [var found] ? found.Score / Math.Max(1, PlainBm25.Terms(question).Count) : 0;
            return new Heard(coverage, await ReaderClient.AskAsync(Pool.Documents, question, cancellationToken), plain);
        }
    }
}
