namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>A stretch of a document's text that is counted.</summary>
/// <param name="Document">The document's position in the conversation.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="ByteStart">Where it starts in the canonical text, in bytes.</param>
/// <param name="Value">What it says.</param>
internal readonly record struct Occurrence(int Document, int Block, long ByteStart, string Value);
