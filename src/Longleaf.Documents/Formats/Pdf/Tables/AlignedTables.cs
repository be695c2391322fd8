namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>Finds tables by how segments stand: rows of at least three that share a baseline, over the same columns.</summary>
internal static class AlignedTables
{
    private const int LeastColumns = 3;
    private const int LeastRows = 3;

    private const int MostRowsCompared = 12;

    // Cells of tables are short; three columns of running text are not.
    private const int MostCellCharacters = 30;

    // Where the content stream does not go row by row, what looks like a table may be prose beside a listing: columns must be short.
    private const int MostColumnCharacters = 25;

    /// <summary>The tables among a page's segments, each with the segments in it.</summary>
    public static IEnumerable<(PageTable Table, IEnumerable<TextSegment> Segments)> Find(List<TextSegment> segments)
    {
        var regions = Regions(segments);
        if (regions.Count == 0)
        {
            return [];
        }

        var places = new Dictionary<TextSegment, int>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < segments.Count; index++)
        {
            places[segments[index]] = index;
        }

        return regions.Where(table => table.GoesByRows(places) || table.HasShortColumns())
            .Select(table => (table.ToTable(), table.Rows.SelectMany(row => row)));
    }

    private static List<Region> Regions(List<TextSegment> segments)
    {
        var found = new List<Region>();
        foreach (var turned in segments.GroupBy(segment => segment.Turn))
        {
            var region = default(Region);
            foreach (var row in RowsOf(turned))
            {
                if (region is not null && region.Takes(row))
                {
                    region.Add(row);
                    continue;
                }

                Close(region);
                region = row.Count >= LeastColumns ? new Region([row]) : null;
            }

            Close(region);
        }

        return found;

        void Close(Region? region)
        {
            if (region?.IsTable() == true)
            {
                found.Add(region);
            }
        }
    }

    private static IEnumerable<List<TextSegment>> RowsOf(IEnumerable<TextSegment> segments)
    {
        var row = new List<TextSegment>();
        foreach (var segment in segments.OrderByDescending(segment => segment.Baseline))
        {
            if (row.Count > 0 && !row[0].SharesBaseline(segment))
            {
                yield return Sorted(row);
                row = [];
            }

            row.Add(segment);
        }

        if (row.Count > 0)
        {
            yield return Sorted(row);
        }
    }

    private static List<TextSegment> Sorted(List<TextSegment> row)
    {
        row.Sort((one, other) => one.Left.CompareTo(other.Left));
        return row;
    }

    private sealed class Region(List<List<TextSegment>> rows)
    {
        private double _left = rows[0][0].Left;
        private double _right = rows[0][^1].Right;

        public List<List<TextSegment>> Rows { get; } = rows;

        // A row belongs if it is near, within the width, and either of columns itself or the rest of the row above.
        public bool Takes(List<TextSegment> row)
        {
            var last = Rows[^1][0];
            var size = Math.Max(last.Size, row[0].Size);
            var isNear = last.Baseline - row[0].Baseline <= 3.2 * size;
            var isWithin = row[0].Left >= _left - (4 * size) && row[^1].Right <= _right + (4 * size);
            return isNear && (row.Count >= LeastColumns ? KeepsColumns(row) : isWithin && (row.Count >= 2 || IsRestOfCell(row[0])));
        }

        public void Add(List<TextSegment> row)
        {
            Rows.Add(row);
            _left = Math.Min(_left, row[0].Left);
            _right = Math.Max(_right, row[^1].Right);
        }

        public bool IsTable()
        {
            while (Rows.Count > 0 && Rows[^1].Count < 2)
            {
                Rows.RemoveAt(Rows.Count - 1);
            }

            var full = Rows.Count(row => row.Count >= LeastColumns);
            var cells = Rows.Sum(row => row.Count);
            var columns = Columns().Count;
            return (full >= LeastRows || (full == Rows.Count && full == 2 && columns > LeastColumns && columns == Rows[0].Count && columns == Rows[1].Count)) && columns >= LeastColumns && columns <= 40
                && Rows.Sum(row => row.Sum(segment => segment.Text.Length)) <= (double)MostCellCharacters * cells
                // Where columns do not hold over the rows they run together.
                && full >= Rows.Count * 0.5;
        }

        public bool GoesByRows(Dictionary<TextSegment, int> places) =>
            Rows.Count(row => places[row[^1]] - places[row[0]] == row.Count - 1) >= 0.7 * Rows.Count;

        // Lists beside each other are no table.
        public bool HasShortColumns()
        {
            if (Rows.Sum(row => row.Count(cell => ListMarkers.Length(cell.Text) > 0)) > 0.5 * Rows.Sum(row => row.Count))
            {
                return false;
            }

            var columns = Columns();
            return Rows.SelectMany(row => row)
                .GroupBy(segment => ColumnOf(columns, segment))
                .All(column => column.Average(segment => segment.Text.Length) <= MostColumnCharacters);
        }

        public PageTable ToTable()
        {
            var columns = Columns();
            var isByNumber = ColumnsOfFullRows() is not null;
            var rows = new List<string[]>();
            var last = double.PositiveInfinity;
            foreach (var row in Rows)
            {
                var cells = new string[columns.Count];
                Array.Fill(cells, "");
                for (var index = 0; index < row.Count; index++)
                {
                    var segment = row[index];
                    var column = isByNumber && row.Count == columns.Count ? index : ColumnOf(columns, segment);
                    cells[column] = cells[column].Length == 0 ? segment.Text : $"{cells[column]} {segment.Text}";
                }

                if (rows.Count > 0 && last - row[0].Baseline <= 0.75 * row[0].Size && Fills(rows[^1], cells))
                {
                    continue;
                }

                last = row[0].Baseline;
                if (rows.Count > 1 && cells[0].Length == 0 && cells.Count(cell => cell.Length > 0) == 1)
                {
                    // The rest of a cell that did not fit its line.
                    var at = Array.FindIndex(cells, cell => cell.Length > 0);
                    rows[^1][at] = rows[^1][at].Length == 0 ? cells[at] : $"{rows[^1][at]} {cells[at]}";
                }
                else
                {
                    rows.Add(cells);
                }
            }

            return new PageTable(rows);
        }

        // Cells over several lines of their neighbours stand in the middle of them: less than a line below.
        private static bool Fills(string[] above, string[] cells)
        {
            for (var index = 0; index < cells.Length; index++)
            {
                if (cells[index].Length > 0 && above[index].Length > 0)
                {
                    return false;
                }
            }

            for (var index = 0; index < cells.Length; index++)
            {
                above[index] = cells[index].Length > 0 ? cells[index] : above[index];
            }

            return true;
        }

        // Tables that follow each other have columns of their own: together they would have few. The last rows tell: with all of them, the time
        // would grow with the square of a table's rows.
        private bool KeepsColumns(List<TextSegment> row)
        {
            var last = new Region([.. Rows.TakeLast(MostRowsCompared)]);
            var before = last.Columns().Count;
            last.Rows.Add(row);
            var together = last.Columns().Count;
            return together >= LeastColumns && together >= 0.6 * Math.Max(before, row.Count);
        }

        // A line of its own under a cell of the last rows, set alike and close.
        private bool IsRestOfCell(TextSegment segment)
        {
            for (var index = Rows.Count - 1; index >= Math.Max(0, Rows.Count - 3); index--)
            {
                foreach (var cell in Rows[index])
                {
                    if ((Math.Abs(cell.Left - segment.Left) <= 0.5 * segment.Size || Math.Abs(cell.Right - segment.Right) <= 0.5 * segment.Size)
                        && cell.IsBold == segment.IsBold && segment.Size <= 1.12 * cell.Size)
                    {
                        return Rows[^1][0].Baseline - segment.Baseline <= 1.7 * segment.Size;
                    }
                }
            }

            return false;
        }

        // Columns are the gaps that no row of nearly all cells crosses: the union of the cells' extents.
        private List<(double Left, double Right)> Columns()
        {
            if (ColumnsOfFullRows() is { } full)
            {
                return full;
            }

            var columns = new List<(double Left, double Right)>();
            var least = Math.Max(LeastColumns, 0.75 * Rows.Max(row => row.Count));
            foreach (var cell in Rows.Where(row => row.Count >= least).SelectMany(row => row).OrderBy(cell => cell.Left))
            {
                if (columns.Count > 0 && cell.Left < columns[^1].Right - (0.1 * cell.Size))
                {
                    columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, cell.Right));
                }
                else
                {
                    columns.Add((cell.Left, cell.Right));
                }
            }

            return columns;
        }

        // Where several rows have as many cells, the cells of one number are a column, though a title may reach over the next.
        private List<(double Left, double Right)>? ColumnsOfFullRows()
        {
            var most = Rows.Max(row => row.Count);
            var columns = new List<(double Left, double Right)>();
            var (rows, size) = (0, 0.0);
            foreach (var row in Rows.Where(row => row.Count == most))
            {
                for (var index = 0; index < most; index++)
                {
                    if (rows == 0)
                    {
                        columns.Add((row[index].Left, row[index].Right));
                        size = Math.Max(size, row[index].Size);
                    }
                    else if (row[index].Left > columns[index].Right + (2 * size) || row[index].Right < columns[index].Left - (2 * size))
                    {
                        return null;
                    }
                    else
                    {
                        columns[index] = (Math.Min(columns[index].Left, row[index].Left), Math.Max(columns[index].Right, row[index].Right));
                    }
                }

                rows++;
            }

            return rows >= 2 && rows >= 0.4 * Rows.Count(row => row.Count >= LeastColumns) ? columns : null;
        }

        private static int ColumnOf(List<(double Left, double Right)> columns, TextSegment segment)
        {
            var (best, overlap) = (0, double.NegativeInfinity);
            for (var index = 0; index < columns.Count; index++)
            {
                var shared = Math.Min(columns[index].Right, segment.Right) - Math.Max(columns[index].Left, segment.Left);
                if (shared > overlap)
                {
                    (best, overlap) = (index, shared);
                }
            }

            return best;
        }
    }
}
