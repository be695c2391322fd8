using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What a style says of its paragraphs' place in the structure.</summary>
internal sealed record Style
{
    public string? Name { get; init; }

    public string? BasedOn { get; init; }

    /// <summary>0 for the highest; 9 is body text.</summary>
    public int? OutlineLevel { get; init; }

    public int? NumberingId { get; init; }

    public int? NumberingLevel { get; init; }

    public static Style Read(XmlReader reader)
    {
        var style = new Style();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return style;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element && WordXml.IsWord(reader))
            {
                style = reader.LocalName switch
                {
                    "name" => style with { Name = WordXml.Attribute(reader, "val") },
                    "basedOn" => style with { BasedOn = WordXml.Attribute(reader, "val") },
                    "outlineLvl" => style with { OutlineLevel = WordXml.Number(reader, "val") },
                    "numId" => style with { NumberingId = WordXml.Number(reader, "val") },
                    "ilvl" => style with { NumberingLevel = WordXml.Number(reader, "val") },
                    _ => style,
                };
            }
        }

        return style;
    }
}
