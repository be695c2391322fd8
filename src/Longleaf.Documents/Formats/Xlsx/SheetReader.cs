using System.Globalization;
using System.Text;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a sheet row by row, forward only, holding one row.</summary>
internal abstract class SheetReader(CellValues values, SheetTail tail, ParseLimits limits)
{
    private readonly MergedCells _merged = new(tail.Merges);
    private bool _isSorted;
    private int _lastRow;
    private int _lastColumn;

    protected ParseLimits Limits { get; } = limits;

    /// <summary>Reads the next row, also one that shows nothing; false at the end of the sheet.</summary>
    public bool Read(SheetRow row)
    {
        row.Cells.Clear();
        if (!ReadRow(row))
        {
            return false;
        }

        if (!_isSorted)
        {
            Sort(row.Cells);
        }

        _merged.Fill(row);
        return true;
    }

    /// <summary>Reads the next row's cells by <see cref="BeginRow"/>, <see cref="Column"/> and <see cref="Add"/>; false at the end.</summary>
    protected abstract bool ReadRow(SheetRow row);

    /// <summary>Takes the row's number; a row without one follows the last.</summary>
    protected void BeginRow(SheetRow row, ReadOnlySpan<char> number)
    {
        row.Number = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and <= CellReference.MaxRows
            ? given
            : _lastRow + 1;
        (_lastRow, _lastColumn, _isSorted) = (row.Number, 0, true);
    }

    /// <summary>The column of the next cell; a cell without a reference follows the last.</summary>
    protected int Column(ReadOnlySpan<char> reference)
    {
        var column = CellReference.Parse(reference) is { } given ? given.Column : _lastColumn + 1;
        if (column > CellReference.MaxColumns)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a row of more than {CellReference.MaxColumns:N0} columns.");
        }

        _isSorted &= column > _lastColumn;
        return _lastColumn = column;
    }

    /// <summary>What a cell shows for its value.</summary>
    protected (string Text, bool IsText) Show(string? type, int style, ReadOnlySpan<char> value) => values.Show(type, style, value);

    /// <summary>Adds a cell, if it shows something.</summary>
    protected void Add(SheetRow row, int column, (string Text, bool IsText) shown, string? formulaLink)
    {
        if (shown.Text.Length > 0)
        {
            var target = tail.LinkOf(new CellReference(row.Number, column)) ?? formulaLink;
            row.Cells.Add(new SheetCell(column, target is null ? shown.Text : Linked(shown.Text, target), shown.IsText));
        }
    }

    protected UnreadableException TooLong() => new(
        DocumentFailureCode.TooLarge, $"A cell of this workbook is longer than is read ({Limits.MaxCharacters / 1_000_000:N0} million characters).");

    private static string Linked(string text, string target)
    {
        var linked = new StringBuilder(text);
        MarkdownLink.Wrap(linked, 0, CleanText.OfLine(target));
        return linked.ToString();
    }

    // Cells stand in order in every workbook that a program wrote; where they do not, those of one place are joined.
    private static void Sort(List<SheetCell> cells)
    {
        var ordered = cells.OrderBy(cell => cell.Column).ToList();
        cells.Clear();
        foreach (var cell in ordered)
        {
            if (cells.Count > 0 && cells[^1].Column == cell.Column)
            {
                cells[^1] = cells[^1] with { Text = $"{cells[^1].Text} {cell.Text}" };
            }
            else
            {
                cells.Add(cell);
            }
        }
    }
}
