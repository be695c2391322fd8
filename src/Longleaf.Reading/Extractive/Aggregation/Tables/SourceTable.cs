namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Rows under one header: those of all the places that have the same one, in whatever documents, are one table.</summary>
/// <param name="Headers">The header's cells, as people read them.</param>
/// <param name="Parts">Where its rows stand, in order.</param>
internal sealed record SourceTable(IReadOnlyList<string> Headers, List<TablePart> Parts)
{
    /// <summary>The rows of all parts in order, read as they are enumerated.</summary>
    public IEnumerable<TableRow> Rows(IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken) =>
        Parts.SelectMany(part => part.Rows(documents[part.Document], cancellationToken));
}
