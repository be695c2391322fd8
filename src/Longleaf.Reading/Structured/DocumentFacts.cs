using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>What a document says under labels, in tables and in lists.</summary>
/// <param name="Facts">Facts in their order.</param>
/// <param name="Tables">Tables in their order.</param>
/// <param name="Lists">Lists in their order.</param>
/// <param name="Sentences">Sentences in their order.</param>
/// <param name="Habits">How the document writes numbers and dates.</param>
internal sealed record DocumentFacts(IReadOnlyList<Fact> Facts, IReadOnlyList<FactTable> Tables, IReadOnlyList<FactList> Lists, IReadOnlyList<Statement> Sentences, WritingHabits Habits);
