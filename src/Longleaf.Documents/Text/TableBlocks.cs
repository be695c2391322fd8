using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Text;

/// <summary>Writes a table that is known whole as blocks of some rows each; the first has the header.</summary>
internal static class TableBlocks
{
    public static void Write(BlockSink sink, IReadOnlyList<IReadOnlyList<string>> rows, Location location)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var table = new TableBlockWriter(sink, location);
        foreach (var row in rows)
        {
            table.BeginRow();
            for (var column = 0; column < columns; column++)
            {
                table.Add(column < row.Count ? CleanText.OfLine(row[column]) : "");
            }

            table.EndRow();
        }

        table.Complete();
    }
}
