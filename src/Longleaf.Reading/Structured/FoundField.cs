using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Structured;

/// <summary>A single value that was found.</summary>
/// <param name="Value">The value.</param>
/// <param name="Citations">Where it stands; none for what the schema itself gives.</param>
internal sealed record FoundField(JsonValue Value, IReadOnlyList<Citation> Citations);
