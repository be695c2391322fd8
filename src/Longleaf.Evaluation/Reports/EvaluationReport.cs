namespace Longleaf.Evaluation.Reports;

/// <summary>What an evaluation measured.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Settings">What it was run with, by name.</param>
/// <param name="Tables">The figures.</param>
public sealed record EvaluationReport(string Suite, IReadOnlyList<(string Name, string Value)> Settings, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>Heat maps, if the suite makes any.</summary>
    public IReadOnlyList<HeatMap> HeatMaps { get; init; } = [];

    /// <summary>What was missed, in the order of asking.</summary>
    public IReadOnlyList<MissedQuestion> Missed { get; init; } = [];
}
