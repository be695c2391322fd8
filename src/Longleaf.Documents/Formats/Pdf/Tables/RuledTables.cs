namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>Finds tables by their rules: text that stands in the cells of a grid.</summary>
internal static class RuledTables
{
    // Frames around columns of text are layout.
    private const int MostCellCharacters = 1_500;

    private const double LeastFilled = 0.25;

    // Where more lines hold texts beside each other, the rules do not tell the columns.
    private const double MostShared = 0.25;

    private const int MostRowsBack = 2;

    /// <summary>Takes the tables out of a page's segments.</summary>
    /// <param name="rules">The page's rules.</param>
    /// <param name="segments">Its segments; those that run over walls are cut there.</param>
    /// <param name="gaps">Where the blanks of its segments are.</param>
    /// <returns>Each table with the segments in it.</returns>
    public static List<(PageTable Table, List<TextSegment> Segments)> Find(PageRules rules, List<TextSegment> segments, List<double> gaps)
    {
        var tables = new List<(PageTable, List<TextSegment>)>();
        var taken = new HashSet<TextSegment>(ReferenceEqualityComparer.Instance);
        foreach (var grid in RuleGrid.Of(rules))
        {
            var within = segments.Where(segment => !taken.Contains(segment) && Middle(segment) is var (x, y) && grid.Holds(x, y)).ToList();
            if (within.Count < 3)
            {
                continue;
            }

            SkipStrangers(grid, within);
            var pieces = within.SelectMany(segment => SegmentCut.At(segment, gaps, grid)).ToList();
            if (Fill(grid, pieces) is { } table)
            {
                taken.UnionWith(within);
                tables.Add((table, within));
            }
        }

        return tables;
    }

    // In a table drawn row by row, a text that jumps down and back lies over or under it and is none of its cells.
    private static void SkipStrangers(RuleGrid grid, List<TextSegment> within)
    {
        var rows = within.ConvertAll(segment => RowOf(grid, segment));
        var strangers = Enumerable.Range(1, rows.Count - 2).Where(index => rows[index] > rows[index - 1] + MostRowsBack && rows[index] > rows[index + 1] + MostRowsBack).ToList();
        if (strangers.Count == 1)
        {
            rows.RemoveAt(strangers[0]);
            if (Enumerable.Range(1, rows.Count - 1).All(index => rows[index] >= rows[index - 1]))
            {
                within.RemoveAt(strangers[0]);
            }
        }
    }

    private static int RowOf(RuleGrid grid, TextSegment segment) => Middle(segment) is var (x, y) ? grid.CellAt(x, y).Row : 0;

    private static PageTable? Fill(RuleGrid grid, List<TextSegment> segments)
    {
        var cells = new Dictionary<(int Column, int Row), List<TextSegment>>();
        foreach (var segment in segments)
        {
            var (x, y) = Middle(segment);
            var cell = grid.CellAt(x, y);
            if (!cells.TryGetValue(cell, out var list))
            {
                cells.Add(cell, list = []);
            }

            list.Add(segment);
        }

        var columns = cells.Keys.Select(cell => cell.Column).Distinct().Order().ToArray();
        var rows = cells.Keys.Select(cell => cell.Row).Distinct().Order().ToArray();
        if (columns.Length < 2 || rows.Length < 2 || cells.Count < Math.Max(3, LeastFilled * grid.Cells)
            || cells.Values.Any(cell => cell.Sum(segment => segment.Text.Length) > MostCellCharacters) || HasColumnsOfItsOwn(cells.Values))
        {
            return null;
        }

        // Text of the right-to-left scripts has its first column on the right.
        if (2 * segments.Count(segment => RightToLeft.IsStrong(segment.Text)) > segments.Count)
        {
            Array.Reverse(columns);
        }

        var lines = new List<string[]>();
        foreach (var row in rows)
        {
            lines.AddRange(RuledRow.Of(grid, row, columns, cells, isHeader: row == rows[0]));
        }

        return new PageTable(lines);
    }

    private static bool HasColumnsOfItsOwn(IEnumerable<List<TextSegment>> cells)
    {
        var (lines, shared) = (0, 0);
        foreach (var line in cells.SelectMany(TextLine.Of))
        {
            lines++;
            shared += line.Segments.Count > 1 ? 1 : 0;
        }

        return shared > MostShared * lines;
    }

    /// <summary>Where a segment is on the page: its middle.</summary>
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
