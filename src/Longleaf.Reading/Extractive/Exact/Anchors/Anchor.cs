using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Exact.Anchors;

/// <summary>Words of a question that stand together, to the letter, in few statements of the documents: what it is about.</summary>
/// <param name="Phrase">The words.</param>
/// <param name="Statements">Where they stand, in reading order; at least one.</param>
internal sealed record Anchor(string Phrase, IReadOnlyList<Statement> Statements);
