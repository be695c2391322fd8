using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// Reads rows by their bytes if they are what programs write: cells with values, formulas and plain texts, tags in ASCII, no more. Whatever
/// else there is, a comment, rich text, damage, makes it give up the row, which somebody else then reads.
/// </summary>
internal sealed class RowScanner
{
    // Numbers of styles and rows: more digits are none.
    private const int MaxDigits = 9;
    private const int MaxReference = 16;

    private readonly RowBuilder _builder;
    private readonly long _maxCharacters;
    private readonly string _prefix;
    private readonly XmlTag _tag;
    private readonly XmlText _text = new();
    private readonly byte[] _row;
    private readonly byte[] _rowEnd;
    private readonly byte[] _cell;
    private readonly byte[] _cellEnd;
    private readonly byte[] _value;
    private readonly byte[] _valueEnd;
    private readonly byte[] _formula;
    private readonly byte[] _formulaEnd;
    private readonly byte[] _inline;
    private readonly byte[] _inlineEnd;
    private readonly byte[] _inlineText;
    private readonly byte[] _inlineTextEnd;

    /// <param name="cells">On the element around the rows, whose prefix they have as well.</param>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="limits">What the document may cost.</param>
    public RowScanner(XmlReader cells, RowBuilder builder, ParseLimits limits)
    {
        (_builder, _maxCharacters, _prefix) = (builder, limits.MaxCharacters, cells.Prefix);
        _tag = new XmlTag(((IXmlNamespaceResolver)cells).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml).Keys);
        (_row, _rowEnd) = Tags("row");
        (_cell, _cellEnd) = Tags("c");
        (_value, _valueEnd) = Tags("v");
        (_formula, _formulaEnd) = Tags("f");
        (_inline, _inlineEnd) = Tags("is");
        (_inlineText, _inlineTextEnd) = Tags("t");
        RowMark = _rowEnd[1..^1];
    }

    /// <summary>What stands in the end tag of a row, and seldom elsewhere.</summary>
    public byte[] RowMark { get; }

    /// <summary>Whether a row may follow that this would know.</summary>
    public bool IsBeforeRow(XmlReader reader) => reader.NodeType == XmlNodeType.Element ? reader.LocalName == "sheetData"
        : reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row" && reader.Prefix == _prefix;

    /// <summary>Reads the next row; false, and what was begun is to be begun anew, if it is not all as expected, or not all there.</summary>
    public bool TryRead(ref XmlBytes xml, SheetRow row)
    {
        xml.TrySkipSpace();
        if (!TryOpen(ref xml, _row) || !TryReadRowNumber(xml, out var number))
        {
            return false;
        }

        _builder.Begin(row, number);
        if (!_tag.IsEmptyElement)
        {
            while (!TryClose(ref xml, _rowEnd))
            {
                if (!TryReadCell(ref xml))
                {
                    return false;
                }
            }
        }

        _builder.End();
        return true;
    }

    private bool TryReadRowNumber(XmlBytes xml, out int number)
    {
        number = 0;
        for (var index = 0; index < _tag.Count; index++)
        {
            var attribute = _tag[index];
            if (attribute.Name(xml) is [(byte)'r'] && !attribute.HasPrefix)
            {
                return TryParse(attribute.Value(xml), out number);
            }
        }

        return true;
    }

    private bool TryReadCell(ref XmlBytes xml)
    {
        if (!TryOpen(ref xml, _cell) || !TryBeginCell(xml))
        {
            return false;
        }

        if (!_tag.IsEmptyElement)
        {
            while (!TryClose(ref xml, _cellEnd))
            {
                if (!TryReadContent(ref xml))
                {
                    return false;
                }
            }
        }

        _builder.EndCell();
        return true;
    }

    private bool TryBeginCell(XmlBytes xml)
    {
        var (place, style, type) = (default(CellReference?), 0, CellType.Number);
        for (var index = 0; index < _tag.Count; index++)
        {
            var attribute = _tag[index];
            var value = attribute.Value(xml);
            var isRead = attribute.Name(xml) switch
            {
                [(byte)'r'] => TryParse(value, out place),
                [(byte)'s'] => TryParse(value, out style),
                [(byte)'t'] => TryParse(value, out type),
                _ => true,
            };
            if (!isRead || attribute.HasPrefix)
            {
                return false;
            }
        }

        _builder.BeginCell(place, type, style);
        return true;
    }

    private bool TryReadContent(ref XmlBytes xml)
    {
        if (TryOpen(ref xml, _value))
        {
            if (!TryReadText(ref xml, _valueEnd, out var value))
            {
                return false;
            }

            _builder.AddValue(value);
            return true;
        }

        if (TryOpen(ref xml, _formula))
        {
            if (!TryReadText(ref xml, _formulaEnd, out var formula))
            {
                return false;
            }

            _builder.AddFormula(formula);
            return true;
        }

        if (!TryOpen(ref xml, _inline) || _tag.IsEmptyElement)
        {
            return false;
        }

        xml.TrySkipSpace();
        if (!TryOpen(ref xml, _inlineText) || !TryReadText(ref xml, _inlineTextEnd, out var text) || !TryClose(ref xml, _inlineEnd))
        {
            return false;
        }

        _builder.AddText(RichText.Unescape(text.ToString()));
        return true;
    }

    private bool TryOpen(ref XmlBytes xml, ReadOnlySpan<byte> tag) =>
        xml.TryTake(tag) && xml.Next is (byte)'>' or (byte)' ' or (byte)'/' or (byte)'\n' or (byte)'\r' or (byte)'\t' && _tag.TryRead(ref xml);

    private static bool TryClose(ref XmlBytes xml, ReadOnlySpan<byte> tag)
    {
        xml.TrySkipSpace();
        return xml.TryTake(tag);
    }

    private bool TryReadText(ref XmlBytes xml, ReadOnlySpan<byte> end, out ReadOnlySpan<char> text)
    {
        text = [];
        if (_tag.IsEmptyElement)
        {
            return true;
        }

        var isRead = _text.TryRead(ref xml) && xml.TryTake(end) && _text.Units.Length <= _maxCharacters;
        text = _text.Units;
        return isRead;
    }

    private static bool TryParse(ReadOnlySpan<byte> value, out int number)
    {
        number = 0;
        foreach (var unit in value)
        {
            if (unit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + unit - '0';
        }

        return value.Length is > 0 and <= MaxDigits;
    }

    private static bool TryParse(ReadOnlySpan<byte> value, out CellReference? place)
    {
        place = null;
        if (value.Length > MaxReference)
        {
            return false;
        }

        Span<char> text = stackalloc char[MaxReference];
        for (var index = 0; index < value.Length; index++)
        {
            text[index] = (char)value[index];
        }

        place = CellReference.Parse(text[..value.Length]);
        return place is not null;
    }

    private static bool TryParse(ReadOnlySpan<byte> value, out CellType type)
    {
        (type, var isKnown) = value switch
        {
            [(byte)'s'] => (CellType.SharedText, true),
            [(byte)'n'] => (CellType.Number, true),
            [(byte)'b'] => (CellType.TruthValue, true),
            [(byte)'e'] => (CellType.Error, true),
            [(byte)'d'] => (CellType.Date, true),
            _ => (CellType.Text, value.SequenceEqual("str"u8) || value.SequenceEqual("inlineStr"u8)),
        };
        return isKnown;
    }

    private (byte[] Start, byte[] End) Tags(string name)
    {
        var qualified = _prefix.Length == 0 ? name : $"{_prefix}:{name}";
        return (Encoding.UTF8.GetBytes($"<{qualified}"), Encoding.UTF8.GetBytes($"</{qualified}>"));
    }
}
