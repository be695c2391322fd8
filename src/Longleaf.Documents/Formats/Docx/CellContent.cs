using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads a table's cell: its properties, then what stands in it.</summary>
internal sealed class CellContent(StoryReader stories, TextStory story)
{
    public void Read(XmlReader reader, Action<XmlReader> readProperties)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "tcPr")
            {
                readProperties(reader);
            }
            else
            {
                stories.ReadChild(reader, story);
            }
        }
    }
}
