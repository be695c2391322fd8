namespace Longleaf.Documents.Formats.Html;

/// <summary>Gathers a table's cells into rows. What spans rows is repeated in each of them, so that a row can be read alone.</summary>
internal sealed class HtmlTable(ParseLimits limits)
{
    private const int MaxColumns = 1024;
    private const int MaxCells = 2_000_000;

    // A cell with more than this, or with headings, is a column of the page and not of a table.
    private const int MaxCellCharacters = 4000;

    private readonly List<List<string>> _rows = [];
    private readonly List<List<string>> _footerRows = [];
    private readonly Dictionary<int, Span> _spans = [];
    private readonly List<List<HtmlBlock>> _cells = [];
    private readonly List<HtmlBlock> _notes = [];
    private List<string>? _row;
    private List<HtmlBlock>? _cell;
    private (int Columns, int Rows) _span;
    private int _cellCount;
    private long _characters;

    /// <summary>Whether a cell is open.</summary>
    public bool IsInCell => _cell is not null;

    public void BeginRow(bool isFooter)
    {
        EndRow();
        _row = [];
        (isFooter ? _footerRows : _rows).Add(_row);
    }

    public void BeginCell(int columns, int rows)
    {
        EndCell();
        if (_row is null)
        {
            BeginRow(isFooter: false);
        }

        _cell = [];
        // "rowspan=0" is to the table's end.
        _span = (Math.Clamp(columns, 1, MaxColumns), rows == 0 ? int.MaxValue : Math.Max(rows, 1));
    }

    public void Add(HtmlBlock block)
    {
        if (block.Kind == BlockKind.Note)
        {
            _notes.Add(block);
        }
        else
        {
            _cell?.Add(block);
        }
    }

    public void EndCell()
    {
        if (_cell is null)
        {
            return;
        }

        var text = TextOf(_cell);
        FillFromAbove();
        if (_span.Rows > 1)
        {
            for (var column = 0; column < _span.Columns; column++)
            {
                _spans[_row!.Count + column] = new Span(column == 0 ? text : "", _span.Rows - 1);
            }
        }

        AddCell(text);
        for (var column = 1; column < _span.Columns && _row!.Count < MaxColumns; column++)
        {
            AddCell("");
        }

        _cells.Add(_cell);
        _cell = null;
    }

    public void EndRow()
    {
        EndCell();
        if (_row is null)
        {
            return;
        }

        FillFromAbove();
        var reach = Math.Min(_spans.Count == 0 ? 0 : _spans.Keys.Max() + 1, MaxColumns);
        while (_row.Count < reach)
        {
            AddCell("");
            FillFromAbove();
        }

        _row = null;
    }

    /// <summary>Ends the table: itself as one block, or what stands in it where it is no table but a layout.</summary>
    public IEnumerable<HtmlBlock> End()
    {
        EndRow();
        var isLayout = _cells.Count == 1 || _cells.Any(cell => cell.Any(block => block.Kind == BlockKind.Heading) || cell.Sum(block => block.Text.Length) > MaxCellCharacters);
        if (isLayout)
        {
            return _cells.SelectMany(cell => cell).Concat(_notes);
        }

        List<List<string>> rows = [.. _rows.Concat(_footerRows).Where(row => row.Any(cell => cell.Length > 0))];
        var anchors = _cells.SelectMany(cell => cell).SelectMany(block => block.Anchors).ToList();
        return rows.Count == 0 ? _notes : [new HtmlBlock(BlockKind.Table, "") { Rows = rows, Anchors = anchors }, .. _notes];
    }

    // Columns that a cell of a row above reaches into.
    private void FillFromAbove()
    {
        while (_spans.Count > 0 && _row!.Count < MaxColumns && _spans.TryGetValue(_row.Count, out var above))
        {
            if (above.Rows == 1)
            {
                _spans.Remove(_row.Count);
            }
            else
            {
                _spans[_row.Count] = above with { Rows = above.Rows == int.MaxValue ? int.MaxValue : above.Rows - 1 };
            }

            AddCell(above.Text);
        }
    }

    private void AddCell(string text)
    {
        _row!.Add(text);
        _characters += text.Length;
        if (_row.Count > MaxColumns || ++_cellCount > MaxCells || _characters > limits.MaxCharacters)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This document has a table larger than is read ({MaxColumns:N0} columns, {MaxCells / 1_000_000:N0} million cells).");
        }
    }

    // Bullets are noise within a cell; numbers are not.
    private static string TextOf(List<HtmlBlock> cell) => string.Join(' ', cell.Select(block => block.Rows.Count > 0
        ? string.Join(' ', block.Rows.SelectMany(row => row).Where(text => text.Length > 0))
        : block.Marker is "- " ? block.Text : block.Marker + block.Text)).Trim();

    private sealed record Span(string Text, int Rows);
}
