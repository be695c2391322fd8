using System.Text;
using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Text;

/// <summary>Writes a table row by row, as blocks of some rows each; the first row is the header.</summary>
internal sealed class TableBlockWriter(BlockSink sink, Location location)
{
    // Of about this many UTF-16 units: what a passage can hold.
    private const int BlockCharacters = 2000;

    private readonly StringBuilder _rows = new();
    private BlockJoin _join = BlockJoin.Paragraph;
    private Location? _first;
    private int _columns;
    private int _cells;
    private bool _hasHeader;

    /// <summary>Starts a row.</summary>
    /// <param name="row">Where the source has it, if it counts rows.</param>
    public void BeginRow(int? row = null)
    {
        if (_rows.Length == 0)
        {
            _first = row is null ? location : location with { Row = row };
        }

        _rows.Append(_rows.Length == 0 ? "|" : "\n|");
        _cells = 0;
    }

    /// <summary>Adds the row's next cell: a clean line.</summary>
    public void Add(string cell)
    {
        _rows.Append(' ');
        if (cell.Contains('|', StringComparison.Ordinal))
        {
            _rows.Append(cell.Replace("|", @"\|", StringComparison.Ordinal));
        }
        else
        {
            _rows.Append(cell);
        }

        _rows.Append(" |");
        _cells++;
    }

    /// <summary>Starts a table that has no header of its own: Markdown wants one.</summary>
    public void AddEmptyHeader(int columns, int? row)
    {
        BeginRow(row);
        _columns = columns;
        EndRow();
    }

    /// <summary>Ends a row, filled up to the width of the header.</summary>
    public void EndRow()
    {
        while (_cells < _columns)
        {
            Add("");
        }

        if (!_hasHeader)
        {
            (_hasHeader, _columns) = (true, _cells);
            _rows.Append("\n|").Insert(_rows.Length, " --- |", _columns);
        }

        if (_rows.Length >= BlockCharacters)
        {
            Emit();
        }
    }

    /// <summary>Ends the table.</summary>
    public void Complete()
    {
        if (_rows.Length > 0)
        {
            Emit();
        }
    }

    private void Emit()
    {
        sink.Add(BlockKind.Table, _rows.ToString(), join: _join, location: _first);
        _join = BlockJoin.Line;
        _rows.Clear();
    }
}
