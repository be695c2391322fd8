using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>A list: what leads to it, and its items.</summary>
/// <param name="Lead">The terms of the line before it or, without one, of the heading above.</param>
/// <param name="Context">The terms of the headings above and of the document's title.</param>
/// <param name="Items">The items.</param>
internal sealed record FactList(HashSet<string> Lead, HashSet<string> Context, List<Statement> Items);
