using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Structured;

/// <summary>The place that one value of a structured answer rests on.</summary>
/// <param name="Path">The JSON path of the value in the answer, such as <c>$.items[2].price</c>.</param>
/// <param name="Citation">The quote and where it stands.</param>
public sealed record FieldCitation(string Path, Citation Citation);
