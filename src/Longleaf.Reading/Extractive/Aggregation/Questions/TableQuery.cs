using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A question over a table, as it was understood.</summary>
internal sealed record TableQuery
{
    /// <summary>What the answer is.</summary>
    public required QueryForm Form { get; init; }

    /// <summary>The figures, in the order asked for; of groups, the first orders them.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>What rows count; all must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The column of groups or values, or what is asked for of each row; <see langword="null"/> for none.</summary>
    public TableColumn? Of { get; init; }

    /// <summary>How finely dates are put together.</summary>
    public Grain Grain { get; init; }

    /// <summary>The column that orders rows; <see langword="null"/> for the table's own order.</summary>
    public TableColumn? OrderBy { get; init; }

    /// <summary>Whether the greatest is first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>How many rows or groups are asked for; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The word for rows that the question and the table share ("orders"); empty where they share none.</summary>
    public string Noun { get; init; } = "";

    /// <summary>How much of the question stands in the table's own words: of several tables the one with the most is meant.</summary>
    public int Fit { get; init; }

    /// <summary>The same query where also the conditions of a question before hold, unless it has its own of the same column.</summary>
    public TableQuery Under(IReadOnlyList<Condition> before) =>
        this with { Conditions = [.. before.Where(old => Conditions.All(condition => condition.Column != old.Column)), .. Conditions] };

    /// <summary>The columns that are computed with.</summary>
    public IEnumerable<TableColumn> Columns =>
        ((TableColumn?[])[.. Measures.Select(measure => measure.Column), .. Conditions.Select(condition => condition.Column), Of, OrderBy]).OfType<TableColumn>().DistinctBy(column => column.Index);
}
