namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>A row of a table, with where it stands.</summary>
/// <param name="Document">The document's position in the conversation.</param>
/// <param name="ByteStart">Where the row starts in the canonical text, in bytes.</param>
/// <param name="ByteLength">How long it is there, in bytes.</param>
/// <param name="Cells">Its cells as people read them, trimmed; may be fewer than the table has columns.</param>
internal readonly record struct TableRow(int Document, long ByteStart, int ByteLength, string[] Cells)
{
    /// <summary>The cell of a column; empty where there is none.</summary>
    public string Cell(int column) => column < Cells.Length ? Cells[column] : "";
}
