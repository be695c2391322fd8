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

/// <summary>Bounds of a number.</summary>
/// <param name="Low">The least; <see langword="null"/> for none.</param>
/// <param name="High">The greatest; <see langword="null"/> for none.</param>
/// <param name="HasLow">Whether the least itself is within.</param>
/// <param name="HasHigh">Whether the greatest itself is within.</param>
internal sealed record Bounds(double? Low, double? High, bool HasLow, bool HasHigh);

/// <summary>A stretch of time.</summary>
/// <param name="First">Its first day; <see langword="null"/> where it has no beginning, or is in every year.</param>
/// <param name="Last">Its last day; <see langword="null"/> where it has no end, or is in every year.</param>
/// <param name="FirstMonth">The first month of those of every year, 1 to 12; <see langword="null"/> where the year is known.</param>
/// <param name="LastMonth">The last of them.</param>
internal sealed record Period(DateOnly? First, DateOnly? Last, int? FirstMonth = null, int? LastMonth = null)
{
    /// <summary>The day of a month whose year is not said: only another period beside it can tell; else <see langword="null"/>.</summary>
    public int? Day { get; init; }
}
