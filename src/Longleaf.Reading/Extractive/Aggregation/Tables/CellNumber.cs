namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>A number in a cell.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit: a code of ISO 4217, "%", or what stands beside the number; empty where nothing does.</param>
/// <param name="Decimals">How many digits it has behind its mark.</param>
internal readonly record struct CellNumber(double Value, string Unit, int Decimals);
