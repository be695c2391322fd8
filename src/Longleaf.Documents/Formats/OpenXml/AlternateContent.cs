using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>mc:AlternateContent holds the same thing several times, for programs of different age: one of them is read.</summary>
internal static class AlternateContent
{
    /// <summary>Reads the first choice, or else the fallback.</summary>
    public static void Read(XmlReader reader, Action readChildren)
    {
        var isRead = false;
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (!isRead && reader.LocalName is ("Choice" or "Fallback"))
            {
                isRead = true;
                readChildren();
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }
    }
}
