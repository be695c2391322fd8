using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Rows that follow each other: one table, several beside each other, or lines of text.</summary>
internal sealed class TableRegion
{
    private const int MaxTitles = 4;

    // A column of texts that are longer than this on average is prose and no table.
    private const int ProseCharacters = 40;

    // What stands over more columns is rather a title of the table.
    private const int MaxNamedColumns = 4;

    private readonly List<TableRow> _rows;

    public TableRegion(IEnumerable<TableRow> rows) => _rows = [.. rows];

    public IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>Whether these are lines of text under each other.</summary>
    public bool IsProse => _rows.Count > 0 && _rows.TrueForAll(row => row.Cells is [{ IsText: true }])
        && Columns().Count == 1 && (_rows.Count == 1 || _rows.Average(row => row.Cells[0].Text.Length) >= ProseCharacters);

    /// <summary>Takes away the lines above the table: texts that stand alone in their row at its left edge.</summary>
    public List<TableRow> TakeTitles()
    {
        var titles = new List<TableRow>();
        var count = _rows.FindIndex(row => row.Cells.Length > 1);
        if (count is > 0 and <= MaxTitles && Columns()[0] is var left
            && _rows.Take(count).All(row => row.Cells[0].IsText && row.Cells[0].Column == left))
        {
            titles.AddRange(_rows.GetRange(0, count));
            _rows.RemoveRange(0, count);
        }

        return titles;
    }

    /// <summary>The tables beside each other, each with its header; itself if they do not all look like tables.</summary>
    public IReadOnlyList<TableRegion> Split()
    {
        var columns = Columns();
        var borders = Enumerable.Range(1, Math.Max(0, columns.Count - 1)).Where(index => columns[index] > columns[index - 1] + 1).Select(index => columns[index]).ToList();
        if (borders.Count == 0)
        {
            return [this];
        }

        var parts = new List<TableRegion>();
        var from = 0;
        foreach (var until in borders.Append(int.MaxValue))
        {
            parts.Add(new TableRegion(_rows
                .Select(row => new TableRow(row.Number, [.. row.Cells.Where(cell => cell.Column >= from && cell.Column < until)]))
                .Where(row => row.Cells.Length > 0)));
            from = until;
        }

        return parts.TrueForAll(part => part.HasHeader()) ? parts : [this];
    }

    /// <summary>Writes the rows as a table that may go on.</summary>
    public OpenTable Open(BlockSink sink, Location sheet)
    {
        var columns = Columns();
        var writer = new TableBlockWriter(sink, sheet);
        if (HasNoHeader())
        {
            writer.AddEmptyHeader(columns.Count, _rows[0].Number);
        }

        var table = new OpenTable(writer, columns);
        for (var index = 0; index < _rows.Count; index++)
        {
            table.TryAdd(_rows[index].Number, index == 0 && _rows.Count > 1 ? Header(columns) : _rows[index].Cells);
        }

        return table;
    }

    // Two columns and two rows at least, and texts over most columns (a merged one stands over several) from the first on.
    private bool HasHeader()
    {
        var columns = Columns();
        return columns.Count > 1 && _rows.Count > 1 && _rows[0].Cells is var header && header[0].Column == columns[0]
            && header.Length * 2 > columns.Count && Array.TrueForAll(header, cell => cell.IsText);
    }

    // A first row that has numbers where the second has numbers, and texts where that has texts, is a row like the others.
    private bool HasNoHeader() =>
        _rows.Count > 1 && Array.Exists(_rows[0].Cells, cell => !cell.IsText)
        && _rows[0].Cells.Select(cell => (cell.Column, cell.IsText)).SequenceEqual(_rows[1].Cells.Select(cell => (cell.Column, cell.IsText)));

    // What stands over several columns is the name of each of them, together with what stands below it.
    private SheetCell[] Header(List<int> columns)
    {
        var cells = _rows[0].Cells;
        if (cells.Length < 2 || !Array.Exists(cells, cell => cell.LastColumn > 0) || !Array.TrueForAll(cells, cell => cell.IsText))
        {
            return cells;
        }

        var header = new List<SheetCell>(columns.Count);
        foreach (var column in columns)
        {
            if (Array.Find(cells, cell => cell.Column == column) is { } own)
            {
                header.Add(own);
            }
            else if (Array.Find(cells, cell => cell.Column < column && column <= cell.LastColumn && cell.LastColumn - cell.Column < MaxNamedColumns) is { } spanning && Array.Exists(_rows[1].Cells, cell => cell.Column == column))
            {
                header.Add(spanning with { Column = column });
            }
        }

        return [.. header];
    }

    // Only columns that show something: a column without anything says nothing.
    private List<int> Columns()
    {
        var columns = new ColumnSet();
        foreach (var row in _rows)
        {
            foreach (var cell in row.Cells)
            {
                columns.Add(cell.Column);
            }
        }

        return columns.ToList();
    }
}
