using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Something a document says of its subject: a key and its value.</summary>
/// <param name="Key">The key's terms, sorted: what makes two documents' keys the same.</param>
/// <param name="Label">The key as written.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Statement">Where it stands.</param>
/// <param name="Range">The value's place in the statement.</param>
internal sealed record DocumentAttribute(string Key, string Label, string Value, Statement Statement, Range Range);
