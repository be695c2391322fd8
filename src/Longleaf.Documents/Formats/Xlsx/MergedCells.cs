namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Repeats what is merged downwards in every row that has something of its own, so that a row can be read alone.</summary>
/// <param name="merges">The ranges over more than one row, by their first row.</param>
internal sealed class MergedCells(IReadOnlyList<CellRange> merges)
{
    // By column: ranges do not overlap, and where they do in a damaged file the last one counts.
    private readonly SortedDictionary<int, (int LastRow, SheetCell Cell)> _open = [];
    private readonly List<int> _ended = [];
    private int _next;

    /// <summary>Fills in what rows above reach down to this one. Rows come from top to bottom.</summary>
    public void Fill(SheetRow row)
    {
        if (_open.Count > 0 && row.Cells.Count > 0)
        {
            Repeat(row);
        }

        for (; _next < merges.Count && merges[_next].First.Row <= row.Number; _next++)
        {
            var merge = merges[_next];
            var anchor = merge.First.Row == row.Number ? row.Cells.FindIndex(cell => cell.Column == merge.First.Column) : -1;
            if (anchor >= 0)
            {
                _open[merge.First.Column] = (merge.Last.Row, row.Cells[anchor]);
            }
        }
    }

    private void Repeat(SheetRow row)
    {
        foreach (var (column, (lastRow, cell)) in _open)
        {
            if (lastRow < row.Number)
            {
                _ended.Add(column);
                continue;
            }

            var place = row.Cells.FindIndex(own => own.Column >= column);
            if (place < 0)
            {
                row.Cells.Add(cell);
            }
            else if (row.Cells[place].Column > column)
            {
                row.Cells.Insert(place, cell);
            }
        }

        foreach (var column in _ended)
        {
            _open.Remove(column);
        }

        _ended.Clear();
    }
}
