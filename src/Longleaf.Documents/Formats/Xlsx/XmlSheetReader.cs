using System.Globalization;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a sheet of any XML.</summary>
internal sealed class XmlSheetReader(XmlReader reader, CellValues values, SheetTail tail, ParseLimits limits) : SheetReader(values, tail, limits)
{
    private readonly RichText _richText = new(limits);
    private char[] _value = new char[1024];

    protected override bool ReadRow(SheetRow row)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                ReadCells(row);
                return true;
            }
        }

        return false;
    }

    private void ReadCells(SheetRow row)
    {
        BeginRow(row, reader.GetAttribute("r"));
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
    }

    private void ReadCell(SheetRow row)
    {
        var column = Column(reader.GetAttribute("r"));
        _ = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        var shown = ReadContent(reader.GetAttribute("t"), style, out var formulaLink);
        Add(row, column, shown, formulaLink);
    }

    private (string Text, bool IsText) ReadContent(string? type, int style, out string? formulaLink)
    {
        formulaLink = null;
        var shown = ("", false);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "v":
                    shown = Show(type, style, ReadValue());
                    break;
                case "is":
                    shown = Show("inlineStr", style, _richText.Read(reader));
                    break;
                case "f":
                    formulaLink = FormulaLink.Of(ReadValue());
                    break;
                default:
                    XmlWalk.Skip(reader);
                    break;
            }
        }

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
                if (length > Limits.MaxCharacters)
                {
                    throw TooLong();
                }

                if (length == _value.Length)
                {
                    Array.Resize(ref _value, length * 2);
                }
            }
        }

        return _value.AsSpan(0, length);
    }
}
