namespace Longleaf.Reading.Planning;

/// <summary>A passage chosen for a question.</summary>
/// <param name="Document">Its document's position in the conversation.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Score">How good it is; about 1 for the best.</param>
/// <param name="Own">How good it is by what it says, and not by what leads to it.</param>
internal readonly record struct RankedPassage(int Document, int Number, double Score, double Own);
