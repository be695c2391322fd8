namespace Longleaf.Reading.Structured;

/// <summary>Places that may each hold one of several records of the same kind.</summary>
/// <param name="Scopes">The places, in the documents' order.</param>
/// <param name="Quality">The share of a record's fields that they are known to hold, 0 to 1; <see langword="null"/> where only filling them tells.</param>
internal sealed record RecordGroup(IReadOnlyList<FieldScope> Scopes, double? Quality);
