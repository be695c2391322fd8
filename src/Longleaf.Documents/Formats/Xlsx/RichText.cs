using System.Globalization;
using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Texts in runs (CT_Rst): shared strings, inline strings, comments.</summary>
internal sealed class RichText(ParseLimits limits)
{
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[4096];

    /// <summary>The text of the element that the reader is on, without readings (phonetic runs).</summary>
    public string Read(XmlReader reader)
    {
        _text.Clear();
        Append(reader);
        return Unescape(_text.ToString());
    }

    /// <summary>Characters that XML cannot hold are written as <c>_x000D_</c> (ECMA-376, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        var index = text.IndexOf("_x", StringComparison.Ordinal);
        if (index < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var start = 0;
        while (index >= 0)
        {
            if (index + 6 < text.Length && text[index + 6] == '_'
                && ushort.TryParse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append(text, start, index - start).Append((char)unit);
                start = index + 7;
            }

            index = text.IndexOf("_x", Math.Max(start, index + 1), StringComparison.Ordinal);
        }

        return result.Append(text, start, text.Length - start).ToString();
    }

    private void Append(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "t":
                    AppendText(reader);
                    break;
                case "r" when reader.Depth < limits.MaxDepth:
                    Append(reader);
                    break;
                default:
                    XmlWalk.Skip(reader);
                    break;
            }
        }
    }

    // In pieces, so that a text without end is stopped before it is held.
    private void AppendText(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            int count;
            while ((count = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                _text.Append(_chunk, 0, count);
                if (_text.Length > limits.MaxCharacters)
                {
                    throw new UnreadableException(
                        DocumentFailureCode.TooLarge, $"A text in this workbook is longer than is read ({limits.MaxCharacters / 1_000_000:N0} million characters).");
                }
            }
        }
    }
}
