namespace Longleaf.Reading.Index;

/// <summary>Where a term is in one segment: as a rule one list; for a lone ideograph, the lists of all terms that begin with it.</summary>
/// <param name="First">The first term's position among the sorted terms.</param>
/// <param name="Count">How many terms; 0 if it is not there.</param>
/// <param name="DocumentFrequency">How many passages it is in.</param>
internal readonly record struct TermPostings(int First, int Count, int DocumentFrequency);
