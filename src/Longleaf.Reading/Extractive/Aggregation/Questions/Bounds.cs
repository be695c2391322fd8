namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Bounds of a number.</summary>
/// <param name="Low">The least; <see langword="null"/> for none.</param>
/// <param name="High">The greatest; <see langword="null"/> for none.</param>
/// <param name="HasLow">Whether the least itself is within.</param>
/// <param name="HasHigh">Whether the greatest itself is within.</param>
internal sealed record Bounds(double? Low, double? High, bool HasLow, bool HasHigh);
