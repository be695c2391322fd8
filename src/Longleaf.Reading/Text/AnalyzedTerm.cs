namespace Longleaf.Reading.Text;

/// <summary>An index term and where it stands in the text it was made from.</summary>
/// <param name="Term">The term.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
public readonly record struct AnalyzedTerm(string Term, int Start, int Length);
