namespace Longleaf.Bench.Requests;

/// <summary>How a request ended.</summary>
/// <param name="Number">Its number: the seed that makes it again.</param>
/// <param name="Kind">What was wrong with it.</param>
/// <param name="Status">The status; 0 without an answer.</param>
/// <param name="Elapsed">From the first byte sent to the last received.</param>
/// <param name="Fault">What is wrong with the answer.</param>
internal sealed record RequestResult(int Number, string Kind, int Status, TimeSpan Elapsed, string? Fault);
