using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Questions;

namespace Longleaf.Evaluation.Needles;

/// <summary>Measures one haystack: all needles of all tasks are in it at once, so that it is indexed once.</summary>
/// <param name="data">Where haystacks and pairs are.</param>
/// <param name="wordings">The wordings.</param>
/// <param name="options">Seed, baseline.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class NeedleRun(EvaluationData data, NeedleWordings wordings, EvaluationOptions options, IProgress<EvaluationProgress> progress)
{
    /// <summary>Needles of each task where nothing else is asked for.</summary>
    public const int DefaultSample = 20;

    private const int PlainTop = 10;

    // Past this share of a haystack needles are no longer hidden in it.
    private const double MostNeedles = 0.5;

    // The words of lists come from as much of the haystack.
    private const long VocabularyTokens = 200_000;

    /// <summary>Makes the haystack of a language and length, asks, and judges.</summary>
    /// <returns>What became of each question, and the tokens that were counted.</returns>
    public async Task<(IReadOnlyList<NeedleResult> Results, long Tokens)> MeasureAsync(string language, long length, CancellationToken cancellationToken)
    {
        var stage = $"{language} {TokenLength.Write(length)}";
        progress.Report(new EvaluationProgress($"{stage}: making the haystack", 0, 1));
        var (texts, plan) = Make(language, length, cancellationToken);

        progress.Report(new EvaluationProgress($"{stage}: indexing", 0, 1));
        var documents = TextDocuments.ParseAll(texts, cancellationToken);
        var plain = options.Baseline ? Peer(texts, stage, cancellationToken) : null;

        var results = new List<NeedleResult>();
        foreach (var question in plan.Questions)
        {
            progress.Report(new EvaluationProgress($"{stage}: asking", results.Count, plan.Questions.Count));
            var answer = await ReaderClient.AskAsync(documents, question.Text, cancellationToken);
            var (verdict, share) = NeedleJudge.Judge(question, answer);
            int? rank = plain is not null && question.Task is not (NeedleTask.CommonWords or NeedleTask.FrequentWords) ? PlainRank(plain, question) : null;
            results.Add(new NeedleResult(question, language, length, verdict, share, answer.Text, answer.Elapsed.TotalMilliseconds, rank));
        }

        return (results, documents.Sum(document => document.Segment.Tokens));
    }

    private (IReadOnlyList<(string Name, string Text)> Texts, NeedlePlan Plan) Make(string language, long length, CancellationToken cancellationToken)
    {
        var (random, sample) = (new Random(options.Seed), options.Sample is { } asked and > 0 ? asked : DefaultSample);
        var values = new NeedleValues(random);
        var words = Haystack.Take(data, language, Math.Min(length, VocabularyTokens), new Random(options.Seed), cancellationToken);
        var plan = new FactPlanner(wordings, language, values, random).Plan(sample)
            .With(PairPlanner.Plan(data, wordings.Of(WordingKind.Pair, language), sample, length, random))
            .With(ChainPlanner.Plan(wordings.Of(WordingKind.Chain, language), sample, values, random))
            .With(new WordListPlanner(language, words, values, random).Plan(wordings, sample, length))
            .Apart();
        var needles = plan.Tokens;
        if (needles > length * MostNeedles)
        {
            throw new EvaluationException($"{TokenLength.Write(length)} is too short for so many needles: ask for more tokens, or for less than {sample} of each task by --sample.");
        }

        var haystack = Haystack.Take(data, language, length - needles, new Random(options.Seed), cancellationToken);
        // Documents of needles stand among the others, each after a share of them.
        var texts = NeedleHaystack.Insert(haystack, plan.Sentences).ToList();
        for (var i = 0; i < plan.Documents.Count; i++)
        {
            texts.Insert((int)((i + 1L) * texts.Count / (plan.Documents.Count + 1)), plan.Documents[i]);
        }

        return (texts, plan);
    }

    private PlainPool Peer(IReadOnlyList<(string Name, string Text)> texts, string stage, CancellationToken cancellationToken)
    {
        progress.Report(new EvaluationProgress($"{stage}: indexing for the baseline", 0, 1));
        return new PlainPool([], texts, cancellationToken);
    }

    private static int PlainRank(PlainPool plain, NeedleQuestion question)
    {
        var (missing, rank) = (question.Expected.ToHashSet(StringComparer.Ordinal), 0);
        foreach (var (chunk, _) in plain.Search.Search(question.Text, PlainTop))
        {
            rank++;
            var text = plain.TextOf(chunk);
            missing.RemoveWhere(value => NeedleJudge.Holds(text, value));
            if (missing.Count == 0)
            {
                return rank;
            }
        }

        return 0;
    }
}
