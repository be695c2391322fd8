using System.Text;
using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Text;

/// <summary>Writes a table as blocks of some rows each; the first has the header.</summary>
internal static class TableBlocks
{
    // Of about this many UTF-16 units: what a passage can hold.
    private const int BlockCharacters = 2000;

    public static void Write(BlockSink sink, IReadOnlyList<IReadOnlyList<string>> rows, Location location)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var table = new StringBuilder();
        var join = BlockJoin.Paragraph;
        for (var index = 0; index < rows.Count; index++)
        {
            table.Append(table.Length == 0 ? "|" : "\n|");
            for (var column = 0; column < columns; column++)
            {
                table.Append(' ').Append(column < rows[index].Count ? MarkdownTable.Cell(rows[index][column]) : "").Append(" |");
            }

            if (index == 0)
            {
                table.Append("\n|").Insert(table.Length, " --- |", columns);
            }

            if (table.Length >= BlockCharacters || index == rows.Count - 1)
            {
                sink.Add(BlockKind.Table, table.ToString(), join: join, location: location);
                join = BlockJoin.Line;
                table.Clear();
            }
        }
    }
}
