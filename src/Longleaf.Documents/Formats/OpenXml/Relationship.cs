namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>From one part of a package to another, or to an address outside.</summary>
/// <param name="Type">The last segment of its type: <c>styles</c>, <c>hyperlink</c>.</param>
/// <param name="Target">The part's full name, or the address.</param>
/// <param name="IsExternal">Whether the target is an address.</param>
internal sealed record Relationship(string Type, string Target, bool IsExternal);
