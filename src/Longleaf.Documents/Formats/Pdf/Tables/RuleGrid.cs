namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>
/// The cells that rules make: lines across and down that meet, columns and rows at each of their places, and a wall wherever one of them runs.
/// Places without a wall between them are one cell.
/// </summary>
internal sealed class RuleGrid
{
    private const int MostCells = 10_000;
    private const int MostColumns = 60;

    private const int LeastAcross = 2;
    private const int LeastDown = 1;

    // Nearer lines are the two sides of one.
    private const double LeastCell = 5;

    // Lines that meet; a table within a cell keeps more from its walls.
    private const double Apart = 1.5;

    private readonly double[] _xs;
    private readonly double[] _ys;
    private readonly int[] _cells;
    private readonly int[] _bands;

    private RuleGrid(double[] xs, double[] ys, List<Rule> across, List<Rule> down)
    {
        (_xs, _ys) = (xs, ys);
        _cells = new int[Columns * Rows];
        for (var index = 0; index < _cells.Length; index++)
        {
            _cells[index] = index;
        }

        Open(across, down);
        _bands = new int[Rows];
        for (var row = 1; row < Rows; row++)
        {
            _bands[row] = _bands[row - 1] + (IsOneCell(row) != IsOneCell(row - 1) ? 1 : 0);
        }
    }

    public int Columns => _xs.Length - 1;

    public int Rows => _ys.Length - 1;

    public double Left => _xs[0];

    public double Right => _xs[^1];

    public double Top => _ys[0];

    public double Bottom => _ys[^1];

    public double Area => (Right - Left) * (Top - Bottom);

    /// <summary>The grids of a page, the largest first.</summary>
    public static List<RuleGrid> Of(PageRules rules)
    {
        var (across, down) = rules.Joined();
        var grids = new List<RuleGrid>();
        if (across.Count < LeastAcross || down.Count < LeastDown)
        {
            return grids;
        }

        foreach (var (group, others) in Meeting(across, down))
        {
            if (Make(group, others) is { } grid)
            {
                grids.Add(grid);
            }
        }

        grids.Sort((one, other) => other.Area.CompareTo(one.Area));
        return grids;
    }

    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;

    /// <summary>The cell at a point within, by the column and row of its upper left corner.</summary>
    public (int Column, int Row) CellAt(double x, double y)
    {
        var root = _cells[(RowAt(y) * Columns) + ColumnAt(x)];
        return (root % Columns, root / Columns);
    }

    /// <summary>Which of the grid's tables a height is in: they end at rows of one cell.</summary>
    public int BandAt(double y) => _bands[RowAt(y)];

    /// <summary>The walls down that a line of text at a height crosses between two places.</summary>
    public IEnumerable<double> Walls(double y, double from, double to)
    {
        var row = RowAt(y);
        for (var column = 1; column < Columns; column++)
        {
            if (_xs[column] > from && _xs[column] < to && _cells[(row * Columns) + column] != _cells[(row * Columns) + column - 1])
            {
                yield return _xs[column];
            }
        }
    }

    /// <summary>How wide the cell with an upper left corner is.</summary>
    public double WidthOf(int column, int row)
    {
        var end = column + 1;
        while (end < Columns && _cells[(row * Columns) + end] == _cells[(row * Columns) + column])
        {
            end++;
        }

        return _xs[end] - _xs[column];
    }

    /// <summary>The last row of the cell with an upper left corner.</summary>
    public int LastRowOf(int column, int row)
    {
        var last = row;
        while (last + 1 < Rows && _cells[((last + 1) * Columns) + column] == _cells[(row * Columns) + column])
        {
            last++;
        }

        return last;
    }

    private bool IsOneCell(int row) => !_cells.AsSpan(row * Columns, Columns).ContainsAnyExcept(_cells[row * Columns]);

    private int ColumnAt(double x)
    {
        var column = Array.FindLastIndex(_xs, place => place <= x);
        return Math.Clamp(column, 0, Columns - 1);
    }

    private int RowAt(double y)
    {
        var row = Array.FindLastIndex(_ys, place => place >= y);
        return Math.Clamp(row, 0, Rows - 1);
    }

    // Lines that meet, directly or over others, are one table.
    private static List<(List<Rule> Across, List<Rule> Down)> Meeting(List<Rule> across, List<Rule> down)
    {
        var parents = Enumerable.Range(0, across.Count + down.Count).ToArray();
        for (var one = 0; one < across.Count; one++)
        {
            for (var other = 0; other < down.Count; other++)
            {
                if (Meet(across[one], down[other]))
                {
                    parents[Root(parents, one)] = Root(parents, across.Count + other);
                }
            }
        }

        var groups = new Dictionary<int, (List<Rule> Across, List<Rule> Down)>();
        for (var index = 0; index < parents.Length; index++)
        {
            var root = Root(parents, index);
            if (!groups.TryGetValue(root, out var group))
            {
                groups.Add(root, group = ([], []));
            }

            if (index < across.Count)
            {
                group.Across.Add(across[index]);
            }
            else
            {
                group.Down.Add(down[index - across.Count]);
            }
        }

        return [.. groups.Values];
    }

    private static bool Meet(in Rule across, in Rule down) =>
        down.At >= across.From - Apart && down.At <= across.To + Apart && across.At >= down.From - Apart && across.At <= down.To + Apart;

    private static int Root(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            parents[index] = parents[parents[index]];
            index = parents[index];
        }

        return index;
    }

    private static RuleGrid? Make(List<Rule> across, List<Rule> down)
    {
        if (across.Count < LeastAcross || down.Count < LeastDown)
        {
            return null;
        }

        // Tables may be open at their sides: what lines reach is the outermost wall.
        var xs = Places([.. down.Select(rule => rule.At), across.Min(rule => rule.From), across.Max(rule => rule.To)]);
        var ys = Places([.. across.Select(rule => rule.At), down.Min(rule => rule.From), down.Max(rule => rule.To)]);
        Array.Reverse(ys);
        return xs.Length < 3 || ys.Length < 3 || xs.Length > MostColumns || (long)xs.Length * ys.Length > MostCells ? null : new RuleGrid(xs, ys, across, down);
    }

    private static double[] Places(List<double> places)
    {
        places.Sort();
        var distinct = new List<double>();
        foreach (var place in places)
        {
            if (distinct.Count == 0 || place - distinct[^1] > LeastCell)
            {
                distinct.Add(place);
            }
        }

        return [.. distinct];
    }

    private void Open(List<Rule> across, List<Rule> down)
    {
        var beside = Array.ConvertAll(_xs, x => Near(down, x));
        for (var row = 0; row < Rows; row++)
        {
            var above = Near(across, _ys[row]);
            for (var column = 0; column < Columns; column++)
            {
                var at = (row * Columns) + column;
                if (column > 0 && !IsWall(beside[column], _ys[row + 1], _ys[row]))
                {
                    Unite(at - 1, at);
                }

                if (row > 0 && !IsWall(above, _xs[column], _xs[column + 1]))
                {
                    Unite(at - Columns, at);
                }
            }
        }

        for (var index = 0; index < _cells.Length; index++)
        {
            _cells[index] = Root(_cells, index);
        }
    }

    // The first of a cell's places stands for it.
    private void Unite(int one, int other)
    {
        var (first, second) = (Root(_cells, one), Root(_cells, other));
        _cells[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static List<Rule> Near(List<Rule> rules, double at) => rules.FindAll(rule => Math.Abs(rule.At - at) <= LeastCell);

    private static bool IsWall(List<Rule> near, double from, double to)
    {
        var covered = 0.0;
        foreach (var rule in near)
        {
            covered = Math.Max(covered, Math.Min(rule.To, to) - Math.Max(rule.From, from));
        }

        return covered >= 0.6 * (to - from);
    }
}
