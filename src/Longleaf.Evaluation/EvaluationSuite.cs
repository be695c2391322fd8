using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Needles;
using Longleaf.Evaluation.Questions;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Summaries;

namespace Longleaf.Evaluation;

/// <summary>One kind of measurement.</summary>
public abstract class EvaluationSuite
{
    /// <summary>The suites over public question sets, by name.</summary>
    public static IReadOnlyList<EvaluationSuite> All { get; } = [new NeedlesSuite(), new QuestionsSuite(), new SummariesSuite(), new NotFoundSuite(), new CitationsSuite()];

    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Measures.</summary>
    /// <param name="options">What.</param>
    /// <param name="progress">Told how far it is, on any thread.</param>
    /// <param name="cancellationToken">Stops it within a question.</param>
    /// <exception cref="EvaluationException">The options cannot be met.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public abstract Task<EvaluationReport> RunAsync(EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken);

    /// <summary>The question sets that are named, at most so many questions of each.</summary>
    private protected static IReadOnlyList<QuestionSet> ReadSets(EvaluationOptions options, int sample)
    {
        if (options.Sets.FirstOrDefault(name => !QuestionSets.Names.Contains(name) && name != HotpotSet.SetName) is { } unknown)
        {
            throw new EvaluationException($"There is no question set {unknown}: there are {string.Join(", ", QuestionSets.Names)} and {HotpotSet.SetName}.");
        }

        return options.Sets is [HotpotSet.SetName]
            ? []
            : [.. QuestionSets.Read(EvaluationData.Find(options.Data), [.. options.Sets.Where(name => name != HotpotSet.SetName)]).Select(set => set.Sample(options.Sample ?? sample))];
    }
}
