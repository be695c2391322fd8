using System.Globalization;
using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a sheet of the plainest XML (<see cref="SheetTail.IsPlain"/>), as Excel and most programs write it.</summary>
internal sealed class PlainSheetReader(Stream part, CellValues values, SheetTail tail, ParseLimits limits) : SheetReader(values, tail, limits)
{
    private readonly PlainXml _xml = new(part, limits.MaxCharacters);
    private readonly StringBuilder _runs = new();
    private bool _isInside;
    private bool _isOver;

    protected override bool ReadRow(SheetRow row)
    {
        while (!_isOver && NextTag())
        {
            var name = _xml.Name;
            if (!_isInside)
            {
                _isInside = name.SequenceEqual("sheetData"u8);
                _isOver = _isInside && _xml.IsEmpty;
            }
            else if (name.SequenceEqual("row"u8))
            {
                BeginRow(row, _xml.Attribute("r"u8));
                if (!_xml.IsEmpty)
                {
                    ReadCells(row);
                }

                return true;
            }
            else
            {
                _isOver = name.SequenceEqual("/sheetData"u8);
            }
        }

        return false;
    }

    // That the cells end was seen before: a part that ends within them is cut off.
    private bool NextTag() => _xml.NextTag() ? true : throw new XmlException("The sheet ends within its cells.");

    private void ReadCells(SheetRow row)
    {
        while (NextTag())
        {
            var name = _xml.Name;
            if (name.SequenceEqual("c"u8))
            {
                ReadCell(row);
            }
            else if (name.SequenceEqual("/row"u8))
            {
                return;
            }
            else if (name.SequenceEqual("/sheetData"u8))
            {
                throw new XmlException("A row does not end.");
            }
        }
    }

    private void ReadCell(SheetRow row)
    {
        var column = Column(_xml.Attribute("r"u8));
        _ = int.TryParse(_xml.Attribute("s"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        var type = Type(_xml.Attribute("t"u8));
        if (_xml.IsEmpty)
        {
            return;
        }

        var (shown, formulaLink) = (("", false), default(string));
        while (NextTag())
        {
            var name = _xml.Name;
            if (name.SequenceEqual("/c"u8))
            {
                break;
            }

            if (name.SequenceEqual("v"u8) && !_xml.IsEmpty)
            {
                shown = Show(type, style, _xml.Text());
            }
            else if (name.SequenceEqual("f"u8) && !_xml.IsEmpty)
            {
                formulaLink = FormulaLink.Of(_xml.Text());
            }
            else if (name.SequenceEqual("is"u8) && !_xml.IsEmpty)
            {
                shown = Show("inlineStr", style, ReadRuns());
            }
            else if (name.SequenceEqual("/row"u8) || name.SequenceEqual("/sheetData"u8))
            {
                throw new XmlException("A cell does not end.");
            }
        }

        Add(row, column, shown, formulaLink);
    }

    // Runs of text, without their readings.
    private string ReadRuns()
    {
        _runs.Clear();
        var isReading = false;
        while (NextTag())
        {
            var name = _xml.Name;
            if (name.SequenceEqual("/is"u8))
            {
                break;
            }

            if (name.SequenceEqual("rPh"u8) || name.SequenceEqual("/rPh"u8))
            {
                isReading = name[0] != '/' && !_xml.IsEmpty;
            }
            else if (name.SequenceEqual("t"u8) && !_xml.IsEmpty && _xml.Text() is var text && !isReading)
            {
                _runs.Append(text);
                if (_runs.Length > Limits.MaxCharacters)
                {
                    throw TooLong();
                }
            }
        }

        return _runs.ToString();
    }

    private static string? Type(ReadOnlySpan<char> type) => type switch
    {
        "" or "n" => null,
        "s" => "s",
        "str" => "str",
        "b" => "b",
        "e" => "e",
        "inlineStr" => "inlineStr",
        "d" => "d",
        _ => null,
    };
}
