namespace Longleaf.Reading.Extractive.Aggregation.Questions;

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
