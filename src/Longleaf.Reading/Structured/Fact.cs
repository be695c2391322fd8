using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>Something that a document says under a label.</summary>
/// <param name="Statement">Where it stands.</param>
/// <param name="Label">The label as written.</param>
/// <param name="Terms">The label's terms.</param>
/// <param name="Context">The terms of the headings above and of the document's title.</param>
/// <param name="Value">The value's place in the statement.</param>
/// <param name="Weight">How sure it is that the label is the value's, 0 to 1.</param>
internal sealed record Fact(Statement Statement, string Label, HashSet<string> Terms, HashSet<string> Context, Range Value, double Weight)
{
    /// <summary>Whether it is of one row of several: the label alone does not choose it.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>The value as written.</summary>
    public string Text => Statement.Text[Value];
}
