namespace Longleaf.Reading.Extractive.Statements;

/// <summary>What a <see cref="Statement"/> is.</summary>
internal enum StatementKind
{
    /// <summary>A sentence of running text, or a line of it.</summary>
    Sentence,

    /// <summary>A line of the form "key: value".</summary>
    KeyValue,

    /// <summary>A row of a table that is not its header.</summary>
    TableRow,

    /// <summary>A heading: it says where things stand and answers nothing by itself.</summary>
    Heading,
}
