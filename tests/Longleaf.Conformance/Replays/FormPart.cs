namespace Longleaf.Conformance.Replays;

/// <summary>A field or file of a form.</summary>
internal sealed record FormPart(string Name, string? FileName, byte[] Content);
