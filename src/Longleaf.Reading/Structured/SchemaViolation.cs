namespace Longleaf.Reading.Structured;

/// <summary>Where a value does not match a schema.</summary>
/// <param name="Path">The JSON path of the value, such as <c>$.items[2].price</c>.</param>
/// <param name="Sentence">What is wrong with it, the path named.</param>
public sealed record SchemaViolation(string Path, string Sentence);
