using Longleaf.Evaluation.Needles;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation;

/// <summary>One kind of measurement.</summary>
public abstract class EvaluationSuite
{
    /// <summary>The suites over public question sets, by name.</summary>
    public static IReadOnlyList<EvaluationSuite> All { get; } = [new NeedlesSuite()];

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
}
