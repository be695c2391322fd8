namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Finds tables by their rules: rules across and down that meet, or rules across, one under the other, with blank columns between what stands there.</summary>
internal sealed class RuledTableFinder
{
    private const int MostColumns = 40;
    private const int MostRows = 200;
    private const int MostTables = 20;

    // Rules across alone are a table from so many on: two or three frame headings, pages and notes.
    private const int LeastRulesAcross = 4;

    // Of a cell's side: rules meet the corners of cells, and scans lose parts of them.
    private const double LeastWall = 0.7;

    // Of an open side: words do not go through the edge of a table, but a speck or the tail of a rule may.
    private const double MostCutInk = 0.04;

    private readonly GrayPicture _picture;
    private readonly byte _dark;
    private readonly int _near;
    private readonly List<Rule> _across;
    private readonly List<Rule> _down;

    /// <param name="picture">The page, straight.</param>
    /// <param name="dark">Shades up to this are ink.</param>
    public RuledTableFinder(GrayPicture picture, byte dark)
    {
        // Twice the height of usual letters: at 200 dpi 12 points are 33 pixels.
        var least = Math.Max(30, Math.Min(picture.Width, picture.Height) / 26);
        (_picture, _dark, _near) = (picture, dark, 2 * RuleFinder.MostThickness(picture));
        _across = RuleFinder.Find(picture, least);
        _down = _across.Count < 2 ? [] : RuleFinder.Find(picture.Transposed(), least * 2 / 3);
    }

    /// <summary>The tables, from top to bottom.</summary>
    public IReadOnlyList<RuledTable> Find()
    {
        var tables = new List<RuledTable>();
        foreach (var (across, down) in Groups())
        {
            if (tables.Count < MostTables && Table(across, down) is { } table && !tables.Exists(other => Overlap(other.Area, table.Area)))
            {
                tables.Add(table);
            }
        }

        return [.. tables.OrderBy(table => table.Area.Top)];
    }

    private static bool Overlap(PixelArea one, PixelArea other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    // Rules that meet, and rules across of the same extent, belong together.
    private IEnumerable<(List<Rule> Across, List<Rule> Down)> Groups()
    {
        var owners = Enumerable.Range(0, _across.Count + _down.Count).ToArray();
        for (var a = 0; a < _across.Count; a++)
        {
            for (var d = 0; d < _down.Count; d++)
            {
                if (Meet(_across[a], _down[d]))
                {
                    owners[Owner(owners, a)] = Owner(owners, _across.Count + d);
                }
            }

            for (var other = 0; other < a; other++)
            {
                if (Math.Abs(_across[a].Start - _across[other].Start) <= _near && Math.Abs(_across[a].End - _across[other].End) <= _near)
                {
                    owners[Owner(owners, a)] = Owner(owners, other);
                }
            }
        }

        return Enumerable.Range(0, owners.Length).GroupBy(index => Owner(owners, index)).Select(group => (
            group.Where(index => index < _across.Count).Select(index => _across[index]).ToList(),
            group.Where(index => index >= _across.Count).Select(index => _down[index - _across.Count]).ToList()));
    }

    private static int Owner(int[] owners, int index)
    {
        while (owners[index] != index)
        {
            index = owners[index] = owners[owners[index]];
        }

        return index;
    }

    private bool Meet(Rule across, Rule down) =>
        down.Place >= across.Start - _near && down.Place <= across.End + _near && across.Place >= down.Start - _near && across.Place <= down.End + _near;

    private RuledTable? Table(List<Rule> across, List<Rule> down)
    {
        if (across.Count < 2)
        {
            return null;
        }

        var rows = Edges(across.Select(rule => rule.Place));
        var (left, right) = (across.Min(rule => rule.Start), across.Max(rule => rule.End));
        // Tables are often open at their sides: the ends of the rules are the edges then.
        var columns = down.Count > 0 ? Edges([.. down.Select(rule => rule.Place), left, right]) : [];
        if (down.Count == 0 && rows.Count >= LeastRulesAcross)
        {
            columns = BlankColumns(new PixelArea(left, rows[0], right, rows[^1]), rows);
        }

        if (rows.Count < 3 || columns.Count < 3 || rows.Count > MostRows || columns.Count > MostColumns)
        {
            return null;
        }

        if (!IsFramed(rows, columns, across, down))
        {
            return null;
        }

        var cells = Cells(rows, columns, across, down);
        var written = cells.Count(cell => HasInk(cell.Area));
        // Where most walls are missing, the rules are those of a heading or a drawing.
        return written >= 4 && written * 4 >= cells.Count && cells.Count * 5 >= (rows.Count - 1) * (columns.Count - 1) * 3
            ? new RuledTable(new PixelArea(columns[0], rows[0], columns[^1], rows[^1]), rows.Count - 1, columns.Count - 1, cells)
            : null;
    }

    // Boxes and arrows of a drawing leave gaps at their outer edges; tables have rules there, or none at all at their sides. Boxes that stand
    // over a column of text end in the midst of its lines: an open side of a table is blank.
    private bool IsFramed(List<int> rows, List<int> columns, List<Rule> across, List<Rule> down)
    {
        return HasWall(across, rows[0], columns[0], columns[^1]) && HasWall(across, rows[^1], columns[0], columns[^1])
            && IsSide(columns[0], -_near) && IsSide(columns[^1], _near);

        bool IsSide(int place, int outwards) =>
            HasWall(down, place, rows[0], rows[^1])
            || (!down.Exists(rule => Math.Abs(rule.Place - place) <= _near) && IsBlank(place + (outwards / 2), place + outwards, rows[0], rows[^1]));
    }

    private bool IsBlank(int one, int other, int top, int bottom)
    {
        var (left, right) = (Math.Clamp(Math.Min(one, other), 0, _picture.Width), Math.Clamp(Math.Max(one, other), 0, _picture.Width));
        var inked = 0;
        for (var y = top; y < bottom; y++)
        {
            inked += _picture.Row(y)[left..right].IndexOfAnyInRange((byte)0, _dark) >= 0 ? 1 : 0;
        }

        return inked <= (bottom - top) * MostCutInk;
    }

    private List<int> Edges(IEnumerable<int> places)
    {
        var edges = new List<int>();
        foreach (var place in places.Order())
        {
            if (edges.Count == 0 || place - edges[^1] > _near)
            {
                edges.Add(place);
            }
        }

        return edges;
    }

    private List<TableCell> Cells(List<int> rows, List<int> columns, List<Rule> across, List<Rule> down)
    {
        var (height, width) = (rows.Count - 1, columns.Count - 1);
        var taken = new bool[height, width];
        var cells = new List<TableCell>();
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var (right, bottom) = (column, row);
                while (right + 1 < width && !taken[row, right + 1] && down.Count > 0 && !HasWall(down, columns[right + 1], rows[row], rows[row + 1]))
                {
                    right++;
                }

                while (bottom + 1 < height && !HasWall(across, rows[bottom + 1], columns[column], columns[right + 1]))
                {
                    bottom++;
                }

                for (var y = row; y <= bottom; y++)
                {
                    for (var x = column; x <= right; x++)
                    {
                        taken[y, x] = true;
                    }
                }

                cells.Add(new TableCell(
                    row, column, bottom - row + 1, right - column + 1,
                    new PixelArea(columns[column], rows[row], columns[right + 1], rows[bottom + 1])));
            }
        }

        return cells;
    }

    private bool HasWall(List<Rule> rules, int place, int start, int end) =>
        rules.Where(rule => Math.Abs(rule.Place - place) <= _near).Sum(rule => Math.Max(0, Math.Min(end, rule.End) - Math.Max(start, rule.Start))) >= (end - start) * LeastWall;

    // Where nothing stands in any row over more than the width of a letter, columns part.
    private List<int> BlankColumns(PixelArea area, List<int> rows)
    {
        var inked = new bool[area.Width];
        foreach (var (top, bottom) in rows.Zip(rows.Skip(1)))
        {
            for (var y = top + _near; y < bottom - _near; y++)
            {
                var row = _picture.Row(y).Slice(area.Left, area.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    inked[x] |= row[x] <= _dark;
                }
            }
        }

        var least = 2 * _near;
        var edges = new List<int> { area.Left };
        var blankFrom = 0;
        for (var x = 0; x <= inked.Length; x++)
        {
            if (x < inked.Length && !inked[x])
            {
                continue;
            }

            if (x - blankFrom >= least && blankFrom > 0 && x < inked.Length)
            {
                edges.Add(area.Left + ((blankFrom + x) / 2));
            }

            blankFrom = x + 1;
        }

        edges.Add(area.Right);
        return edges;
    }

    private bool HasInk(PixelArea area) => Ink.Bounds(_picture, area.Shrunk(_near / 2), _dark) is { IsEmpty: false };
}
