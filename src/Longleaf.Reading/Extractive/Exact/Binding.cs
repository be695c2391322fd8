using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>A value that a statement gives to something.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Value">The value in its text.</param>
/// <param name="Coverage">The share of the attribute asked for that the statement, its headings and its table's header name, 0 to 1.</param>
internal sealed record Binding(Statement Statement, Range Value, double Coverage)
{
    /// <summary>The value's text.</summary>
    public string Text => Statement.Text[Value];
}
