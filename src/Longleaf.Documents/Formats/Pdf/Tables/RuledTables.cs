namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>
/// Finds tables by their rules: text that stands in the cells of a grid. Rows of one cell over the whole width are titles or text: they end a
/// table, and are none of it.
/// </summary>
internal static class RuledTables
{
    private const int LeastCells = 4;

    // Frames around columns of text are layout.
    private const int MostCellCharacters = 1_500;

    // Drawings' frames and forms of many boxes hold text here and there.
    private const double LeastFilled = 0.25;

    // Where more lines hold texts beside each other, the rules do not tell the columns.
    private const double MostShared = 0.25;
    private const double MostSharedOfCell = 0.5;

    private const int MostRowsBack = 2;
    private const int ManyLines = 5;
    private const int MostLongCells = 100;

    /// <summary>Finds the tables among a page's segments.</summary>
    /// <param name="rules">The page's rules.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="gaps">Where the blanks of its segments are.</param>
    /// <returns>Each table with the segments in it.</returns>
    public static List<(PageTable Table, List<TextSegment> Segments)> Find(PageRules rules, List<TextSegment> segments, List<double> gaps)
    {
        var tables = new List<(PageTable, List<TextSegment>)>();
        var taken = new HashSet<TextSegment>(ReferenceEqualityComparer.Instance);
        foreach (var grid in RuleGrid.Of(rules))
        {
            var within = segments.Where(segment => !taken.Contains(segment) && Middle(segment) is var (x, y) && grid.Holds(x, y));
            foreach (var band in within.GroupBy(segment => grid.BandAt(Middle(segment).Y)).OrderBy(band => band.Key))
            {
                var own = band.ToList();
                if (Fill(grid, own, gaps) is { } table)
                {
                    taken.UnionWith(own);
                    tables.Add((table, own));
                }
            }
        }

        return tables;
    }

    private static PageTable? Fill(RuleGrid grid, List<TextSegment> segments, List<double> gaps)
    {
        SkipStranger(grid, segments);
        var cells = new Dictionary<(int Column, int Row), List<TextSegment>>();
        foreach (var piece in segments.SelectMany(segment => SegmentCut.At(segment, gaps, grid)))
        {
            var (x, y) = Middle(piece);
            var cell = grid.CellAt(x, y);
            if (!cells.TryGetValue(cell, out var list))
            {
                cells.Add(cell, list = []);
            }

            list.Add(piece);
        }

        var columns = cells.Keys.Select(cell => cell.Column).Distinct().Order().ToArray();
        var rows = cells.Keys.Select(cell => cell.Row).Distinct().Order().ToArray();
        if (columns.Length < 2 || rows.Length < 2 || cells.Count < Math.Max(LeastCells, LeastFilled * columns.Length * rows.Length)
            || cells.Values.Any(cell => cell.Sum(segment => segment.Text.Length) > MostCellCharacters))
        {
            return null;
        }

        var lines = cells.ToDictionary(cell => cell.Key, cell => TextLine.Of(cell.Value));
        if (HasColumnsOfItsOwn(lines.Values) || IsStaggered(grid, cells.Keys) || HasRowsOfItsOwn(cells))
        {
            return null;
        }

        // Text of the right-to-left scripts has its first column on the right.
        if (2 * segments.Count(segment => RightToLeft.IsStrong(segment.Text)) > segments.Count)
        {
            Array.Reverse(columns);
        }

        return new PageTable([.. rows.SelectMany(row => RuledRow.Of(grid, row, columns, lines, isHeader: row == rows[0]))]);
    }

    // In a table drawn row by row, a text that jumps down and back lies over or under it and is none of its cells.
    private static void SkipStranger(RuleGrid grid, List<TextSegment> within)
    {
        var rows = within.ConvertAll(segment => Middle(segment) is var (x, y) ? grid.CellAt(x, y).Row : 0);
        var stranger = Enumerable.Range(0, rows.Count - 1)
            .Where(index => rows[index] > rows[index + 1] + MostRowsBack && (index == 0 || rows[index] > rows[index - 1] + MostRowsBack)).ToList();
        if (stranger.Count == 1)
        {
            rows.RemoveAt(stranger[0]);
            if (Enumerable.Range(1, rows.Count - 1).All(index => rows[index] >= rows[index - 1]))
            {
                within.RemoveAt(stranger[0]);
            }
        }
    }

    private static bool HasColumnsOfItsOwn(IEnumerable<List<TextLine>> cells)
    {
        var (all, allShared) = (0, 0);
        foreach (var lines in cells)
        {
            var shared = lines.Count(line => line.Segments.Count > 1);
            if (lines.Count >= 3 && shared > MostSharedOfCell * lines.Count)
            {
                return true;
            }

            all += lines.Count;
            allShared += shared;
        }

        return allShared > MostShared * all;
    }

    // Where long cells that begin in different rows stand line by line beside each other, the rules do not tell the rows.
    private static bool HasRowsOfItsOwn(Dictionary<(int Column, int Row), List<TextSegment>> cells)
    {
        var columns = cells.Where(cell => cell.Value.Count >= ManyLines).Take(MostLongCells).ToList();
        return columns.Exists(one => columns.Exists(other => one.Key.Row < other.Key.Row
            && other.Value.Count(line => one.Value.Exists(line.SharesBaseline)) >= ManyLines));
    }

    // Cells merged downwards hold whole rows of their neighbours; boxes that begin and end anywhere are no table.
    private static bool IsStaggered(RuleGrid grid, IEnumerable<(int Column, int Row)> cells)
    {
        var open = new Stack<int>();
        foreach (var (first, last) in cells.Select(cell => (First: cell.Row, Last: grid.LastRowOf(cell.Column, cell.Row))).Distinct()
            .OrderBy(span => span.First).ThenByDescending(span => span.Last))
        {
            while (open.TryPeek(out var end) && end < first)
            {
                open.Pop();
            }

            if (open.TryPeek(out var outer) && outer < last)
            {
                return true;
            }

            open.Push(last);
        }

        return false;
    }

    // Where a segment is on the page: its middle.
    private static (double X, double Y) Middle(TextSegment segment)
    {
        var (along, up) = ((segment.Left + segment.Right) / 2, segment.Baseline + (0.3 * segment.Size));
        return segment.Turn switch
        {
            90 => (-up, along),
            180 => (-along, -up),
            270 => (up, -along),
            _ => (along, up),
        };
    }
}
