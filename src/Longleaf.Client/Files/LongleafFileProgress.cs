namespace Longleaf.Client.Files;

/// <summary>How far the parsing of a file is.</summary>
/// <param name="Stage"><c>reading</c>, or <c>ocr</c> while text in pictures is recognised.</param>
/// <param name="Done">How many units are done.</param>
/// <param name="Total">How many there are; 0 while that is not known.</param>
/// <param name="Unit"><c>pages</c> or <c>bytes</c>.</param>
public sealed record LongleafFileProgress(string Stage, long Done, long Total, string Unit);
