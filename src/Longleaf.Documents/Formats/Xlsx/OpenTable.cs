using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A table that is being written: its columns are settled, further rows may come.</summary>
/// <param name="writer">Where rows go.</param>
/// <param name="columns">The sheet's columns that the table has, in order.</param>
internal sealed class OpenTable(TableBlockWriter writer, List<int> columns)
{
    // Excel's rows and columns that are empty within a table are few; those beyond it may be thousands.
    private const int MaxWidening = 64;

    /// <summary>Writes a row; false, and nothing written, if it does not fit the columns.</summary>
    public bool TryAdd(int number, ReadOnlySpan<SheetCell> cells)
    {
        if (!Fits(cells))
        {
            return false;
        }

        writer.BeginRow(number);
        var next = 0;
        foreach (var column in columns)
        {
            writer.Add(next < cells.Length && cells[next].Column == column ? cells[next++].Text : "");
        }

        writer.EndRow();
        return true;
    }

    /// <summary>Ends the table.</summary>
    public void Complete() => writer.Complete();

    private bool Fits(ReadOnlySpan<SheetCell> cells)
    {
        var place = 0;
        foreach (var cell in cells)
        {
            while (place < columns.Count && columns[place] < cell.Column)
            {
                place++;
            }

            if (place == columns.Count)
            {
                return Widen(cells[^1].Column);
            }

            if (columns[place] != cell.Column)
            {
                return false;
            }
        }

        return true;
    }

    // To the right a table may grow: rows already written are then shorter than later ones.
    private bool Widen(int last)
    {
        if (last - columns[^1] > MaxWidening)
        {
            return false;
        }

        for (var column = columns[^1] + 1; column <= last; column++)
        {
            columns.Add(column);
        }

        return true;
    }
}
