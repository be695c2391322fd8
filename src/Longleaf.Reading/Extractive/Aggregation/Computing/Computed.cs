namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>What a query over a table came to.</summary>
internal sealed record Computed
{
    /// <summary>How many rows count.</summary>
    public required long Matched { get; init; }

    /// <summary>The figures over all of them, in the query's order; empty unless figures are asked for.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>For each figure, how many of the rows have no value for it.</summary>
    public IReadOnlyList<long> Missing { get; init; } = [];

    /// <summary>The first groups or values.</summary>
    public IReadOnlyList<GroupFigures> Groups { get; init; } = [];

    /// <summary>How many groups or values there are.</summary>
    public long GroupCount { get; init; }

    /// <summary>The positions, among the table's rows, of those to show.</summary>
    public IReadOnlyList<long> Shown { get; init; } = [];

    /// <summary>How many rows could be shown.</summary>
    public long Showable { get; init; }

    /// <summary>The currencies that the rows name beside their amounts; empty where they name none.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];
}
