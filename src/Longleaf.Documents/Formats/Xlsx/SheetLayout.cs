using System.Runtime.InteropServices;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// Makes blocks of a sheet's rows: tables where rows are empty between them, lines of text as paragraphs, comments after what they stand at.
/// A region of rows is held until it ends or is large; a large one then goes on row by row.
/// </summary>
internal sealed class SheetLayout(BlockSink sink, Location sheet, IReadOnlyList<SheetNote> notes)
{
    private const int MaxHeldCells = 20_000;

    private readonly List<TableRow> _held = [];
    private readonly ColumnSet _columns = new();
    private OpenTable? _open;
    private int _heldCells;
    private int _lastRow;
    private int _nextNote;

    /// <summary>Takes the next row, from top to bottom; rows that show nothing may be left out.</summary>
    public void Add(SheetRow row)
    {
        if (row.Cells.Count == 0)
        {
            return;
        }

        if (row.Number != _lastRow + 1 && _columns.Count > 0 && StartsTable(row))
        {
            EndRegion();
        }

        _lastRow = row.Number;
        if (_open is not null)
        {
            if (_open.TryAdd(row.Number, CollectionsMarshal.AsSpan(row.Cells)))
            {
                return;
            }

            EndRegion();
        }

        Hold(row);
    }

    /// <summary>Ends the sheet.</summary>
    public void Complete()
    {
        EndRegion();
        AddNotes(int.MaxValue);
    }

    // After empty rows: what looks like a header, or stands elsewhere. Numbers under the same columns go on with the table above.
    private bool StartsTable(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (!cell.IsText)
            {
                return row.Cells.Exists(own => !_columns.Contains(own.Column));
            }
        }

        return true;
    }

    private void Hold(SheetRow row)
    {
        _held.Add(new TableRow(row.Number, [.. row.Cells]));
        _heldCells += row.Cells.Count;
        foreach (var cell in row.Cells)
        {
            _columns.Add(cell.Column);
        }

        if (_heldCells > MaxHeldCells)
        {
            // The last row may be the first of a region that is larger than what is held: it is never empty.
            var region = new TableRegion(_held);
            WriteTitles(region);
            _open = region.Open(sink, sheet);
            Release();
        }
    }

    private void EndRegion()
    {
        if (_open is not null)
        {
            _open.Complete();
            _open = null;
        }
        else if (_held.Count > 0)
        {
            var region = new TableRegion(_held);
            WriteTitles(region);
            foreach (var table in region.Split())
            {
                Write(table);
            }
        }

        Release();
        _columns.Clear();
        AddNotes(_lastRow);
    }

    private void Release()
    {
        _held.Clear();
        _heldCells = 0;
    }

    private void WriteTitles(TableRegion region)
    {
        foreach (var row in region.TakeTitles())
        {
            sink.Add(BlockKind.Paragraph, row.Cells[0].Text, location: sheet with { Row = row.Number });
        }
    }

    private void Write(TableRegion table)
    {
        WriteTitles(table);
        if (table.IsProse)
        {
            foreach (var row in table.Rows)
            {
                sink.Add(BlockKind.Paragraph, row.Cells[0].Text, location: sheet with { Row = row.Number });
            }
        }
        else if (table.Rows.Count > 0)
        {
            table.Open(sink, sheet).Complete();
        }
    }

    private void AddNotes(int lastRow)
    {
        for (; _nextNote < notes.Count && notes[_nextNote].Row <= lastRow; _nextNote++)
        {
            var note = notes[_nextNote];
            sink.Add(note.Kind, note.Text, location: sheet with { Row = note.Row });
        }
    }
}
