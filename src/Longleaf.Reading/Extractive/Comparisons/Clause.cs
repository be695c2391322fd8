using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>A statement of a text with the title it stands under.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Title">The title; empty before the first.</param>
/// <param name="Key">The title without its number, in lower case: what stays when clauses are numbered anew.</param>
/// <param name="Text">The statement's words as they are compared.</param>
internal sealed record Clause(Statement Statement, string Title, string Key, string Text);
