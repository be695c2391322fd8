using System.Globalization;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// Reads a sheet row by row, forward only, holding one row. Rows as programs write them are read by their bytes (<see cref="RowScanner"/>),
/// which takes a quarter to two fifths off the processor time of a large workbook; everything else, and every row with anything unusual in
/// it, is read by an <see cref="XmlReader"/>, for which the rows that were scanned are not in the sheet.
/// </summary>
internal sealed class SheetReader : IDisposable
{
    private static readonly byte[] Cells = [.. "sheetData"u8];

    private readonly SheetStream _xml;
    private readonly XmlReader _reader;
    private readonly RowBuilder _builder;
    private readonly RichText _richText;
    private readonly ParseLimits _limits;
    private char[] _value = new char[1024];
    private RowScanner? _scanner;
    private bool _isUtf8 = true;
    private bool _isBeforeCells = true;

    /// <param name="xml">The sheet's part; disposed with this.</param>
    /// <param name="values">What its cells show.</param>
    /// <param name="tail">What stands after its cells.</param>
    /// <param name="limits">What the document may cost.</param>
    /// <param name="scans">Whether rows may be read by their bytes.</param>
    public SheetReader(SheetStream xml, CellValues values, SheetTail tail, ParseLimits limits, bool scans = true)
    {
        (_xml, _limits) = (xml, limits);
        if (scans)
        {
            xml.StopBehind(Cells);
        }

        _reader = OpenXmlPackage.Xml(xml);
        _builder = new RowBuilder(values, tail);
        _richText = new RichText(limits);
    }

    /// <summary>Whether a formula stands without the result that it had.</summary>
    public bool LacksResults => _builder.LacksResults;

    /// <summary>How many of the rows so far were read by their bytes.</summary>
    public int ScannedRows { get; private set; }

    /// <summary>Reads the next row, also one that shows nothing; false at the end of the sheet.</summary>
    public bool Read(SheetRow row)
    {
        if (TryScan(row))
        {
            return true;
        }

        while (_reader.Read())
        {
            if (_reader.NodeType == XmlNodeType.XmlDeclaration)
            {
                _isUtf8 = _reader.GetAttribute("encoding") is not { } encoding || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            }
            else if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "row")
            {
                ReadRow(row);
                return true;
            }
            else if (_reader.LocalName == "sheetData" && BeginsOrEndsCells(row))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    // Only the first start tag is one that the stream has stopped at.
    private bool BeginsOrEndsCells(SheetRow row)
    {
        var begins = _isBeforeCells && _isUtf8 && _xml.IsStopped && !_reader.IsEmptyElement && _reader.NodeType == XmlNodeType.Element;
        _isBeforeCells = false;
        _scanner = begins ? new RowScanner(_reader, _builder, _limits) : null;
        return TryScan(row);
    }

    // Between two rows, if the XmlReader has taken everything up to here and nothing beyond.
    private bool TryScan(SheetRow row)
    {
        if (_scanner is null || !_xml.IsStopped || !_scanner.IsBeforeRow(_reader))
        {
            return false;
        }

        while (true)
        {
            var bytes = new XmlBytes(_xml.Ahead);
            if (_scanner.TryRead(ref bytes, row))
            {
                _xml.Skip(bytes.At);
                ScannedRows++;
                return true;
            }

            if (!bytes.IsAtEnd || !_xml.HoldMore())
            {
                _xml.StopBehind(_scanner.RowMark);
                return false;
            }
        }
    }

    private void ReadRow(SheetRow row)
    {
        _builder.Begin(row, Number(_reader.GetAttribute("r")));
        var depth = _reader.Depth;
        while (XmlWalk.NextChild(_reader, depth))
        {
            if (_reader.LocalName == "c")
            {
                ReadCell();
            }
            else
            {
                XmlWalk.Skip(_reader);
            }
        }

        _builder.End();
    }

    private void ReadCell()
    {
        var (place, style, type) = (default(CellReference?), 0, CellType.Number);
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            switch (_reader.LocalName)
            {
                case "r":
                    place = CellReference.Parse(_reader.Value) ?? place;
                    break;
                case "s":
                    style = Number(_reader.Value);
                    break;
                case "t":
                    type = TypeOf(_reader.Value);
                    break;
                default:
                    break;
            }
        }

        _reader.MoveToElement();
        _builder.BeginCell(place, type, style);
        ReadContent();
        _builder.EndCell();
    }

    private void ReadContent()
    {
        var depth = _reader.Depth;
        while (XmlWalk.NextChild(_reader, depth))
        {
            switch (_reader.LocalName)
            {
                case "v":
                    _builder.AddValue(ReadValue());
                    break;
                case "is":
                    _builder.AddText(_richText.Read(_reader));
                    break;
                case "f":
                    _builder.AddFormula(ReadValue());
                    break;
                default:
                    XmlWalk.Skip(_reader);
                    break;
            }
        }
    }

    private ReadOnlySpan<char> ReadValue()
    {
        if (_reader.IsEmptyElement)
        {
            return [];
        }

        var (length, depth) = (0, _reader.Depth);
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            int count;
            while ((count = _reader.ReadValueChunk(_value, length, _value.Length - length)) > 0)
            {
                length += count;
                if (length > _limits.MaxCharacters)
                {
                    throw new UnreadableException(
                        DocumentFailureCode.TooLarge, $"A cell of this workbook is longer than is read ({_limits.MaxCharacters / 1_000_000:N0} million characters).");
                }

                if (length == _value.Length)
                {
                    Array.Resize(ref _value, length * 2);
                }
            }
        }

        return _value.AsSpan(0, length);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static CellType TypeOf(string type) => type switch
    {
        "s" => CellType.SharedText,
        "str" or "inlineStr" => CellType.Text,
        "b" => CellType.TruthValue,
        "e" => CellType.Error,
        "d" => CellType.Date,
        _ => CellType.Number,
    };
}
