namespace Longleaf.Platform.Cluster;

/// <summary>How far a file's parsing is, as one node tells another.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, 0 when not known.</param>
/// <param name="Unit">What is counted.</param>
[GenerateSerializer]
[Immutable]
[Alias("Longleaf.FileProgress")]
internal sealed record FileProgress(
    [property: Id(0)] string Stage, [property: Id(1)] long Done, [property: Id(2)] long Total, [property: Id(3)] string Unit);
