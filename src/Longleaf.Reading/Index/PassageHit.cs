namespace Longleaf.Reading.Index;

/// <summary>A passage that a search found.</summary>
/// <param name="Document">The document's position among those searched.</param>
/// <param name="Passage">The passage's number in its document.</param>
/// <param name="Score">Its score: BM25 over body and heading path, shared statistics over all the documents searched.</param>
public readonly record struct PassageHit(int Document, int Passage, double Score);
