using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>Text of DrawingML: runs of shapes and of charts' titles.</summary>
internal static class DrawingText
{
    /// <summary>All text within the element that the reader is on; paragraphs and line breaks are blanks.</summary>
    public static string Read(XmlReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "t" or "v")
            {
                XmlWalk.AppendText(reader, text);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "p" or "br" or "pt")
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}
