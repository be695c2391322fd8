namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Objects of an array of a JSON document, or of its lines.</summary>
/// <param name="Document">The document's position in the conversation.</param>
/// <param name="Records">The objects.</param>
internal sealed record JsonPart(int Document, IReadOnlyList<TableRow> Records) : TablePart(Document)
{
    /// <inheritdoc/>
    public override IEnumerable<TableRow> Rows(ReadableDocument document, CancellationToken cancellationToken) => Records;
}
