using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Ocr;

/// <summary>Puts the words of a table's sheets into its cells.</summary>
internal static class TableReading
{
    /// <summary>The rows; cells merged downwards are repeated in each of their rows, cells merged sideways stand once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sheets">Its sheets, each with the words on it.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(RuledTable table, IEnumerable<(CellSheet Sheet, IReadOnlyList<RecognizedWord> Words)> sheets)
    {
        var words = sheets.SelectMany(sheet => sheet.Words.Select(word => (Cell: sheet.Sheet.CellAt((word.Place.Top + word.Place.Bottom) / 2), Word: word)))
            .ToLookup(entry => entry.Cell, entry => entry.Word);
        var rows = Enumerable.Range(0, table.Rows).Select(_ => Enumerable.Repeat("", table.Columns).ToArray()).ToArray();
        for (var index = 0; index < table.Cells.Count; index++)
        {
            var cell = table.Cells[index];
            var text = WordJoin.Cell(words[index]);
            for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
            {
                rows[row][cell.Column] = text;
            }
        }

        return [.. rows.Where(row => Array.Exists(row, text => text.Length > 0))];
    }
}
