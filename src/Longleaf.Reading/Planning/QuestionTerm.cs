namespace Longleaf.Reading.Planning;

/// <summary>A term of a question and what may stand in its place.</summary>
/// <param name="Term">The analysed term.</param>
/// <param name="Weight">How much of the question it is: its inverse document frequency, less for words that say little.</param>
/// <param name="ByType">Whether a value of the type asked for answers it.</param>
/// <param name="Alternatives">Sets of terms that may stand in its place, all of a set together.</param>
internal sealed record QuestionTerm(string Term, double Weight, bool ByType, IReadOnlyList<string[]> Alternatives);
