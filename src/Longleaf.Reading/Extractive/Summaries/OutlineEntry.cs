namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>A heading of a document.</summary>
/// <param name="Block">Its block.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Title">Its words.</param>
internal sealed record OutlineEntry(int Block, int Level, string Title);
