using System.Globalization;
using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a sheet row by row, forward only, holding one row.</summary>
internal sealed class SheetReader(XmlReader reader, CellValues values, SheetTail tail, ParseLimits limits)
{
    private readonly RichText _richText = new(limits);
    private readonly MergedCells _merged = new(tail.Merges);
    private char[] _value = new char[1024];
    private bool _isSorted;
    private int _lastRow;
    private int _lastColumn;

    /// <summary>Whether a formula stands without the result that it had.</summary>
    public bool LacksResults { get; private set; }

    /// <summary>Reads the next row, also one that shows nothing; false at the end of the sheet.</summary>
    public bool Read(SheetRow row)
    {
        row.Cells.Clear();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                ReadRow(row);
                _merged.Fill(row);
                return true;
            }
        }

        return false;
    }

    private void ReadRow(SheetRow row)
    {
        row.Number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CellReference.MaxRows
            ? number
            : _lastRow + 1;
        (_lastRow, _lastColumn, _isSorted) = (row.Number, 0, true);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "c")
            {
                ReadCell(row);
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }

        if (!_isSorted)
        {
            Sort(row.Cells);
        }
    }

    private void ReadCell(SheetRow row)
    {
        var (column, style, type) = (_lastColumn + 1, 0, default(string));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r":
                    column = CellReference.Parse(reader.Value) is { } reference ? reference.Column : column;
                    break;
                case "s":
                    _ = int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case "t":
                    type = reader.Value;
                    break;
                default:
                    break;
            }
        }

        reader.MoveToElement();
        if (column > CellReference.MaxColumns)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a row of more than {CellReference.MaxColumns:N0} columns.");
        }

        _isSorted &= column > _lastColumn;
        _lastColumn = column;
        var (text, isText) = ReadContent(type, style, out var formulaLink);
        if (text.Length > 0)
        {
            var target = tail.LinkOf(row.Number, column) ?? formulaLink;
            row.Cells.Add(new SheetCell(column, target is null ? text : Linked(text, target), isText));
        }
    }

    private (string Text, bool IsText) ReadContent(string? type, int style, out string? formulaLink)
    {
        formulaLink = null;
        var (isFormula, hasValue) = (false, false);
        var shown = ("", false);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "v":
                    hasValue = true;
                    shown = values.Show(type, style, ReadValue());
                    break;
                case "is":
                    shown = values.Show("inlineStr", style, _richText.Read(reader));
                    break;
                case "f":
                    isFormula = true;
                    formulaLink = FormulaLink.Of(ReadValue());
                    break;
                default:
                    XmlWalk.Skip(reader);
                    break;
            }
        }

        LacksResults |= isFormula && !hasValue;
        return shown;
    }

    private ReadOnlySpan<char> ReadValue()
    {
        if (reader.IsEmptyElement)
        {
            return [];
        }

        var (length, depth) = (0, reader.Depth);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            int count;
            while ((count = reader.ReadValueChunk(_value, length, _value.Length - length)) > 0)
            {
                length += count;
                if (length > limits.MaxCharacters)
                {
                    throw new UnreadableException(
                        DocumentFailureCode.TooLarge, $"A cell of this workbook is longer than is read ({limits.MaxCharacters / 1_000_000:N0} million characters).");
                }

                if (length == _value.Length)
                {
                    Array.Resize(ref _value, length * 2);
                }
            }
        }

        return _value.AsSpan(0, length);
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
