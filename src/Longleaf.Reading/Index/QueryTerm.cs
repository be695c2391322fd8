namespace Longleaf.Reading.Index;

/// <summary>A term of a search with its standing in all the documents.</summary>
/// <param name="Weight">What its score is multiplied by: the weight asked for and its inverse document frequency.</param>
/// <param name="InverseDocumentFrequency">Its inverse document frequency.</param>
/// <param name="Lists">Its postings in each document; empty where it is not.</param>
internal sealed record QueryTerm(double Weight, double InverseDocumentFrequency, TermPostings[] Lists);
