using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading.Citations;

namespace Longleaf.Evaluation.Questions;

/// <summary>What answers rest on: whether every quote is verbatim, and whether it holds the answer.</summary>
public sealed class CitationsSuite : EvaluationSuite
{
    private const int DefaultSample = 200;

    /// <inheritdoc/>
    public override string Name => "citations";

    /// <inheritdoc/>
    public override string Description => "Whether every quote of an answer is verbatim where it is said to stand, and holds the answer, on public question sets.";

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var (sets, rows, missed) = (ReadSets(options, DefaultSample), new List<IReadOnlyList<ReportCell>>(), new List<MissedQuestion>());
        foreach (var tokens in options.Tokens.Count > 0 ? options.Tokens : [0])
        {
            progress.Report(new EvaluationProgress("making the pool", 0, 1));
            var haystack = QuestionPool.HaystackFor(sets, tokens, options, cancellationToken);
            var pool = QuestionPool.Make(sets, TextDocuments.ParseAll(haystack, cancellationToken), cancellationToken);
            var plain = options.Baseline ? new PlainPool(sets, haystack, cancellationToken) : null;
            for (var i = 0; i < sets.Count; i++)
            {
                var position = i;
                var results = await QuestionRun.EachAsync(
                    $"{sets[i].Name}, {TokenLength.Write(pool.Tokens)}", sets[i].Questions, (question, cancelled) => CitedAnswer.AskAsync(pool, plain, position, question, cancelled), progress, cancellationToken);
                rows.Add(Row(pool, position, results, options.Baseline));
                missed.AddRange(results.SelectMany(result => result.NotVerbatim
                    .Select(citation => new MissedQuestion(pool.Sets[position].Set.Name, "not verbatim", result.Question.Text, citation.Quote, "", result.Answer.Text))));
            }
        }

        var table = new ReportTable(
            "What answers rest on",
            ["set", "pool", "questions", "told", "told with quotes", "quotes", "verbatim", "quotes with the answer", "first quote with it", .. options.Baseline ? (string[])["plain sentence with it"] : []],
            rows)
        {
            Note = "quotes: of all answers; with the answer: of answers that were told as such (of paragraphs as answers: quotes of the paragraph).",
        };
        return new EvaluationReport(Name, [("sample", $"{options.Sample ?? DefaultSample}")], [table]) { Missed = missed };
    }

    private static IReadOnlyList<ReportCell> Row(QuestionPool pool, int position, IReadOnlyList<CitedAnswer> results, bool baseline)
    {
        var set = pool.Sets[position];
        var quotes = results.Sum(result => result.Answer.Citations.Count);
        CitedAnswer[] told = [.. results.Where(result => result.Answer.Kind == AnswerKind.Told)];
        bool[][] supported = [.. told.Select(result => (bool[])[.. result.Answer.Citations.Select(citation => set.Set.AnswersAreParagraphs
            ? citation.DocumentId == set.Document.Id && set.Holds(result.Question.Unit, citation.Start)
            : KnownAnswer.IsIn(citation.Quote, result.Question.Answers))]).Where(quoted => quoted.Length > 0)];
        return
        [
            ReportCell.Of(set.Set.Name), ReportCell.Of(TokenLength.Write(pool.Tokens)), ReportCell.Count(results.Count),
            ReportCell.Share(told.Length, results.Count), ReportCell.Share(supported.Length, told.Length), ReportCell.Count(quotes),
            ReportCell.Share(quotes - results.Sum(result => result.NotVerbatim.Count), quotes),
            ReportCell.Share(supported.Sum(quoted => quoted.Count(one => one)), supported.Sum(quoted => quoted.Length)),
            ReportCell.Share(supported.Count(quoted => quoted[0]), supported.Length),
            .. baseline ? (ReportCell[])[ReportCell.Share(results.Count(result => result.PlainRank == 1), results.Count)] : [],
        ];
    }

    /// <summary>An answer and what it rests on.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="NotVerbatim">Its citations whose quote does not stand where it is said to.</param>
    /// <param name="PlainRank">The rank of the peer's sentence that answers, from 1; 0 for none.</param>
    private sealed record CitedAnswer(KnownQuestion Question, GivenAnswer Answer, IReadOnlyList<Citation> NotVerbatim, int PlainRank)
    {
        public static async Task<CitedAnswer> AskAsync(QuestionPool pool, PlainPool? plain, int setPosition, KnownQuestion question, CancellationToken cancellationToken)
        {
            var answer = await ReaderClient.AskAsync(pool.Documents, question.Text, cancellationToken);
            return new CitedAnswer(
                question, answer, [.. answer.Citations.Where(citation => !Quotation.IsVerbatim(citation, pool.Documents))],
                plain is null ? 0 : AnswerFinder.Find(plain, setPosition, pool.Sets[setPosition].Set, question).SentenceRank);
        }
    }
}
