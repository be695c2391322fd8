namespace Longleaf.Server.Commands;

/// <summary>Which documents are to be read again.</summary>
/// <param name="Ids">Their ids; none for all.</param>
/// <param name="OutdatedOnly">Of all, only those that another version of the reader read.</param>
internal sealed record ReparseWanted(IReadOnlyList<string> Ids, bool OutdatedOnly);
