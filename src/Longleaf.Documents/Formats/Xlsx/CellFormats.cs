using System.Globalization;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Formats.Xlsx.Formatting;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>The number formats of a workbook's cells, by the number of the cell's style.</summary>
internal sealed class CellFormats
{
    // Excel itself allows 65,490 cell styles.
    private const int MaxStyles = 100_000;

    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<int, NumberFormat> _formats = [];
    private readonly List<NumberFormat> _styles = [];

    public NumberFormat this[int style] => (uint)style < (uint)_styles.Count ? _styles[style] : NumberFormat.General;

    public static CellFormats Read(XmlReader? reader)
    {
        var formats = new CellFormats();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "numFmts")
            {
                formats.ReadCodes(reader);
            }
            else if (reader.LocalName == "cellXfs")
            {
                formats.ReadStyles(reader);
            }
        }

        return formats;
    }

    private void ReadCodes(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (Number(reader, "numFmtId") is { } id && reader.GetAttribute("formatCode") is { } code && _codes.Count < MaxStyles)
            {
                _codes[id] = code;
            }

            XmlWalk.Skip(reader);
        }
    }

    private void ReadStyles(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (_styles.Count < MaxStyles)
            {
                _styles.Add(Format(Number(reader, "numFmtId") ?? 0));
            }

            XmlWalk.Skip(reader);
        }
    }

    private NumberFormat Format(int id)
    {
        if (!_formats.TryGetValue(id, out var format))
        {
            _formats[id] = format = NumberFormat.Parse(_codes.GetValueOrDefault(id) ?? BuiltInFormats.Code(id));
        }

        return format;
    }

    private static int? Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
