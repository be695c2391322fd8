using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>mc:AlternateContent holds the same thing several times, for programs of different age: one of them is read.</summary>
internal static class AlternateContent
{
    /// <summary>Reads the choices and the fallback in order, up to the first that says something.</summary>
    /// <param name="reader">On the element.</param>
    /// <param name="readChildren">Reads the branch that the reader is on; whether anything came of it.</param>
    public static void Read(XmlReader reader, Func<bool> readChildren)
    {
        var isRead = false;
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (!isRead && reader.LocalName is ("Choice" or "Fallback"))
            {
                isRead = readChildren();
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }
    }
}
