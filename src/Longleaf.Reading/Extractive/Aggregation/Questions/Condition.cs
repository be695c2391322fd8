using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What a row must be like to count.</summary>
/// <param name="Column">The column that says it.</param>
internal abstract record Condition(TableColumn Column)
{
    /// <summary>The cell is one of some, whatever its case; or none of them.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Cells">The cells, as they are written.</param>
    /// <param name="IsNegated">Whether it must be none of them.</param>
    public sealed record Says(TableColumn Column, IReadOnlyList<string> Cells, bool IsNegated) : Condition(Column);

    /// <summary>The number is within bounds.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Bounds">The bounds.</param>
    public sealed record Within(TableColumn Column, Bounds Bounds) : Condition(Column);

    /// <summary>The date is within a period.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Period">The period.</param>
    public sealed record During(TableColumn Column, Period Period) : Condition(Column);
}
