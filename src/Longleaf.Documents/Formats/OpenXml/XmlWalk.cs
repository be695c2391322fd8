using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>
/// Walks XML forward, element by element. Whoever reads an element leaves the reader on its end tag (or on the element itself if it is empty).
/// </summary>
internal static class XmlWalk
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string RelationshipsStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Moves to the next child of the element at a depth; false on that element's end.</summary>
    public static bool NextChild(XmlReader reader, int parentDepth)
    {
        if (reader.NodeType == XmlNodeType.Element && reader.Depth == parentDepth && reader.IsEmptyElement)
        {
            return false;
        }

        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == parentDepth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Leaves the element unread.</summary>
    public static void Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
            {
            }
        }
    }

    /// <summary>Appends the element's own text.</summary>
    public static void AppendText(XmlReader reader, StringBuilder text)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }
        }
    }

    public static bool IsAlternateContent(XmlReader reader) => reader.LocalName == "AlternateContent" && reader.NamespaceURI == Compatibility;

    public static string? RelationshipAttribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, Relationships) ?? reader.GetAttribute(name, RelationshipsStrict);
}
