namespace Longleaf.Reading.Structured;

/// <summary>A value read out of a text.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">What of the text it was read from.</param>
internal sealed record ReadValue(JsonValue Value, Range Place);
