using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>A style as the document defines it.</summary>
internal sealed class StyleDefinition
{
    public string? Name { get; private set; }

    public string? BasedOn { get; private set; }

    /// <summary>0 for the highest; 9 is body text.</summary>
    public int? OutlineLevel { get; private set; }

    public int? NumberingId { get; private set; }

    public int? NumberingLevel { get; private set; }

    public bool? IsHidden { get; private set; }

    public string? Font { get; private set; }

    public static StyleDefinition Read(XmlReader reader)
    {
        var style = new StyleDefinition();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return style;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element && WordXml.IsWord(reader))
            {
                style.ReadProperty(reader);
            }
        }

        return style;
    }

    private void ReadProperty(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "name":
                Name = WordXml.Attribute(reader, "val");
                break;
            case "basedOn":
                BasedOn = WordXml.Attribute(reader, "val");
                break;
            case "outlineLvl":
                OutlineLevel = WordXml.Number(reader, "val");
                break;
            case "numId":
                NumberingId = WordXml.Number(reader, "val");
                break;
            case "ilvl":
                NumberingLevel = WordXml.Number(reader, "val");
                break;
            case "vanish":
                IsHidden = WordXml.IsOn(reader);
                break;
            case "rFonts":
                Font = WordXml.Attribute(reader, "ascii") ?? WordXml.Attribute(reader, "hAnsi");
                break;
            default:
                break;
        }
    }
}
