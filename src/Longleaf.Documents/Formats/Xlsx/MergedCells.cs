namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// Repeats what is merged downwards in every row that has something of its own, so that a row can be read alone; tells cells how far they go sideways.
/// </summary>
/// <param name="merges">The merged ranges, by their first row.</param>
internal sealed class MergedCells(IReadOnlyList<CellRange> merges)
{
    // By column: ranges do not overlap, and where they do in a damaged file the last one counts.
    private readonly List<OpenMerge> _open = [];
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
            if (anchor < 0)
            {
                continue;
            }

            var cell = row.Cells[anchor];
            if (merge.Last.Column > merge.First.Column)
            {
                row.Cells[anchor] = cell = cell with { LastColumn = merge.Last.Column };
            }

            if (merge.Last.Row > merge.First.Row)
            {
                Open(merge.First.Column, merge.Last.Row, cell);
            }
        }
    }

    private void Open(int column, int lastRow, SheetCell cell)
    {
        var place = _open.FindIndex(open => open.Column >= column);
        if (place >= 0 && _open[place].Column == column)
        {
            _open[place] = new OpenMerge(column, lastRow, cell);
        }
        else
        {
            _open.Insert(place < 0 ? _open.Count : place, new OpenMerge(column, lastRow, cell));
        }
    }

    private void Repeat(SheetRow row)
    {
        _open.RemoveAll(open => open.LastRow < row.Number);
        foreach (var open in _open)
        {
            var place = row.Cells.FindIndex(own => own.Column >= open.Column);
            if (place < 0)
            {
                row.Cells.Add(open.Cell);
            }
            else if (row.Cells[place].Column > open.Column)
            {
                row.Cells.Insert(place, open.Cell);
            }
        }
    }

    // A class, as lists of structures are compiled anew in every reader process.
    private sealed record OpenMerge(int Column, int LastRow, SheetCell Cell);
}
