namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>A figure that was computed: a number or a date; neither where no row has one.</summary>
/// <param name="Number">The number.</param>
/// <param name="Date">The date, by RFC 3339.</param>
internal readonly record struct Figure(double? Number, string? Date);

/// <summary>Figures of the rows that share a value.</summary>
/// <param name="Value">The value, as the table writes it; a month as 2026-03.</param>
/// <param name="Figures">The figures, in the query's order.</param>
internal sealed record GroupFigures(string Value, IReadOnlyList<Figure> Figures);

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
