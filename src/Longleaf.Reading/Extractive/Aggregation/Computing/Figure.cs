namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>A figure that was computed: a number or a date; neither where no row has one.</summary>
/// <param name="Number">The number.</param>
/// <param name="Date">The date, by RFC 3339.</param>
internal readonly record struct Figure(double? Number, string? Date);
