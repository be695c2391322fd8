namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>A stretch of one document that holds rows of a table.</summary>
/// <param name="Document">The document's position in the conversation.</param>
internal abstract record TablePart(int Document)
{
    /// <summary>The sheet that it stands in; <see langword="null"/> where there are none.</summary>
    public string? Sheet { get; init; }

    /// <summary>Words that say what its rows are: the headings above it, the line before it, the path of an array.</summary>
    public required string Title { get; init; }

    /// <summary>Its rows in order, read as they are enumerated; the header is none of them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public abstract IEnumerable<TableRow> Rows(ReadableDocument document, CancellationToken cancellationToken);
}
