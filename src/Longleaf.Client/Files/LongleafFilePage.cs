namespace Longleaf.Client.Files;

/// <summary>Some of the account's files.</summary>
/// <param name="Files">The files.</param>
/// <param name="HasMore">Whether more follow after the last of them.</param>
public sealed record LongleafFilePage(IReadOnlyList<LongleafFile> Files, bool HasMore);
