using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>Title and author from the package's core properties.</summary>
internal static class CoreProperties
{
    public static (string? Title, string? Author) Read(OpenXmlPackage package)
    {
        var part = package.RelationshipsOf("").Values.FirstOrDefault(entry => entry.Type == "core-properties")?.Target ?? "docProps/core.xml";
        using var reader = package.OpenXml(part);
        var (title, author) = (default(string), default(string));
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is ("title" or "creator"))
            {
                var name = reader.LocalName;
                var text = new System.Text.StringBuilder();
                XmlWalk.AppendText(reader, text);
                var value = Text.CleanText.OfLine(text.ToString()) is { Length: > 0 } line ? line : null;
                (title, author) = name == "title" ? (value, author) : (title, value);
            }
        }

        return (title, author);
    }
}
