using System.Globalization;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Needles;

/// <summary>Facts hidden in novels, in English and Chinese, at any length: RULER's tasks and key-value retrieval, in many wordings.</summary>
public sealed class NeedlesSuite : EvaluationSuite
{
    private static readonly long[] DefaultLengths = [128_000, 1_000_000];
    private static readonly string[] AllLanguages = ["en", "zh"];

    /// <inheritdoc/>
    public override string Name => "needles";

    /// <inheritdoc/>
    public override string Description => "Facts hidden in novels: single, among similar ones, several values, several keys, pairs, chains, counted words; by task, depth and length.";

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        if (options.Languages.FirstOrDefault(language => !AllLanguages.Contains(language)) is { } unknown)
        {
            throw new EvaluationException($"There are no needles in {unknown}: there are en and zh.");
        }

        var run = new NeedleRun(EvaluationData.Find(options.Data), NeedleWordings.Open(options.Needles), options, progress);
        var (results, counted) = (new List<NeedleResult>(), new List<string>());
        foreach (var language in options.Languages.Count > 0 ? options.Languages : AllLanguages)
        {
            foreach (var length in options.Tokens.Count > 0 ? options.Tokens : DefaultLengths)
            {
                var (measured, tokens) = await run.MeasureAsync(language, length, cancellationToken);
                results.AddRange(measured);
                counted.Add(string.Create(CultureInfo.InvariantCulture, $"{language} {TokenLength.Write(length)} = {tokens:N0}"));
            }
        }

        return new EvaluationReport(
            Name,
            [("wordings", options.Needles), ("seed", $"{options.Seed}"), ("tokens counted", string.Join("; ", counted))],
            [NeedleTables.ByTask(results, options.Baseline)])
        {
            HeatMaps = NeedleTables.ByDepth(results, options.Baseline),
            Missed = [.. results.Where(result => result.Verdict != NeedleVerdict.Answered).Select(Miss)],
        };
    }

    private static MissedQuestion Miss(NeedleResult result) => new(
        $"{result.Question.Task} {result.Language} {TokenLength.Write(result.Length)}", result.Verdict.ToString(), result.Question.Text,
        string.Join(", ", result.Question.Expected), result.Question.Source, result.Answer);
}
