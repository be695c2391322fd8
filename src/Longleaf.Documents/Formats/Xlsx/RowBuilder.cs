using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Makes a row of what its XML says, whoever reads that: where cells stand, and what they show. A row may be begun anew before its end.</summary>
internal sealed class RowBuilder(CellValues values, SheetTail tail)
{
    private readonly MergedCells _merged = new(tail.Merges);
    private SheetRow _row = new();
    private int _lastRow;
    private int _lastColumn;
    private bool _isSorted;
    private bool _lacksResults;

    private int _column;
    private int _style;
    private CellType _type;
    private (string Text, bool IsText) _shown;
    private string? _formulaLink;
    private bool _isFormula;
    private bool _hasValue;

    /// <summary>Whether a formula stands without the result that it had.</summary>
    public bool LacksResults { get; private set; }

    /// <summary>Starts a row.</summary>
    /// <param name="row">Takes the cells.</param>
    /// <param name="number">Its number; 0 or beyond what a sheet has for a row that follows the last one.</param>
    public void Begin(SheetRow row, int number)
    {
        _row = row;
        row.Cells.Clear();
        row.Number = number is > 0 and <= CellReference.MaxRows ? number : _lastRow + 1;
        (_lastColumn, _isSorted, _lacksResults) = (0, true, false);
    }

    /// <summary>Starts a cell.</summary>
    /// <param name="place">Where it stands; after the one before if it does not say so.</param>
    /// <param name="type">Its type.</param>
    /// <param name="style">Its style.</param>
    public void BeginCell(CellReference? place, CellType type, int style)
    {
        _column = place?.Column ?? _lastColumn + 1;
        if (_column > CellReference.MaxColumns)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a row of more than {CellReference.MaxColumns:N0} columns.");
        }

        (_type, _style) = (type, style);
        (_shown, _formulaLink, _isFormula, _hasValue) = (("", false), null, false, false);
        _isSorted &= _column > _lastColumn;
        _lastColumn = _column;
    }

    /// <summary>The cell's formula.</summary>
    public void AddFormula(ReadOnlySpan<char> formula) => (_isFormula, _formulaLink) = (true, FormulaLink.Of(formula));

    /// <summary>The cell's value; for a formula the one last computed.</summary>
    public void AddValue(ReadOnlySpan<char> value) => (_hasValue, _shown) = (true, values.Show(_type, _style, value));

    /// <summary>The text that stands in the cell.</summary>
    public void AddText(string text) => _shown = values.Show(CellType.Text, _style, text);

    public void EndCell()
    {
        _lacksResults |= _isFormula && !_hasValue;
        if (_shown.Text.Length > 0)
        {
            var target = tail.LinkOf(_row.Number, _column) ?? _formulaLink;
            _row.Cells.Add(new SheetCell(_column, target is null ? _shown.Text : Linked(_shown.Text, target), _shown.IsText));
        }
    }

    public void End()
    {
        _lastRow = _row.Number;
        LacksResults |= _lacksResults;
        if (!_isSorted)
        {
            Sort(_row.Cells);
        }

        _merged.Fill(_row);
    }

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
