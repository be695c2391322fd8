namespace Longleaf.Server.Commands.Reports;

/// <summary>Something found in a folder that is not a folder, or one that is not entered.</summary>
/// <param name="Path">From the folder that was named.</param>
/// <param name="FullPath">From the root.</param>
/// <param name="Refusal">Why it is not read, if it is not.</param>
internal sealed record FolderEntry(string Path, string FullPath, string? Refusal);
