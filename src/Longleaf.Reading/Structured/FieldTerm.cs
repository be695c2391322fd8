namespace Longleaf.Reading.Structured;

/// <summary>A term of a field's name and what may stand in its place.</summary>
/// <param name="Term">The analysed term.</param>
/// <param name="Weight">How much of the name it is.</param>
/// <param name="Alternatives">Sets of terms that may stand in its place, all of a set together.</param>
internal sealed record FieldTerm(string Term, double Weight, IReadOnlyList<string[]> Alternatives)
{
    // What stands in for a word counts less than the word.
    private const double AlternativeShare = 0.85;

    /// <summary>What of the term a set of terms says: all, most or nothing of it.</summary>
    public double In(HashSet<string> terms) => terms.Contains(Term) ? 1 : Alternatives.Any(set => set.All(terms.Contains)) ? AlternativeShare : 0;
}
