namespace Longleaf.Reading.Text;

/// <summary>A term to search for.</summary>
/// <param name="Term">The analysed term.</param>
/// <param name="Weight">What its score is multiplied by; 1 as a rule.</param>
public readonly record struct WeightedTerm(string Term, double Weight);
