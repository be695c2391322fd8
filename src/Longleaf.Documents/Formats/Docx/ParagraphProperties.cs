using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What a paragraph says of itself before its text.</summary>
internal sealed class ParagraphProperties
{
    public string? StyleId { get; private set; }

    public int? NumberingId { get; private set; }

    public int? NumberingLevel { get; private set; }

    public int? OutlineLevel { get; private set; }

    /// <summary>Whether its end was deleted or moved away by a tracked change, or it is a drop cap.</summary>
    public bool JoinsNext { get; private set; }

    public void Clear() => (StyleId, NumberingId, NumberingLevel, OutlineLevel, JoinsNext) = (null, null, null, null, false);

    public void Read(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "pStyle":
                    StyleId = WordXml.Attribute(reader, "val");
                    break;
                case "outlineLvl":
                    OutlineLevel = WordXml.Number(reader, "val");
                    break;
                case "framePr":
                    JoinsNext |= WordXml.Attribute(reader, "dropCap") is "drop" or "margin";
                    break;
                case "numPr":
                    ReadNumbering(reader);
                    continue;
                case "rPr":
                    ReadMark(reader);
                    continue;
                default:
                    break;
            }

            XmlWalk.Skip(reader);
        }
    }

    private void ReadNumbering(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "numId":
                    NumberingId = WordXml.Number(reader, "val");
                    break;
                case "ilvl":
                    NumberingLevel = WordXml.Number(reader, "val");
                    break;
                default:
                    break;
            }

            XmlWalk.Skip(reader);
        }
    }

    // The properties of the mark that ends the paragraph.
    private void ReadMark(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            JoinsNext |= reader.LocalName is "del" or "moveFrom";
            XmlWalk.Skip(reader);
        }
    }
}
