namespace Longleaf.Documents.Tests;

/// <summary>A file of the corpus.</summary>
internal sealed record CorpusFile(string FullPath, string Source, string Truth, string Note);
