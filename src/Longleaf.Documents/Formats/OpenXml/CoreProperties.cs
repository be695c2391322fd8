using System.Text;
using System.Xml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>Title, author and language from the package's core properties.</summary>
internal static class CoreProperties
{
    public static (string? Title, string? Author, string? Language) Read(OpenXmlPackage package)
    {
        var part = package.RelationshipsOf("").Values.FirstOrDefault(entry => entry.Type == "core-properties")?.Target ?? "docProps/core.xml";
        using var reader = package.OpenXml(part);
        var (title, author, language) = (default(string), default(string), default(string));
        while (reader is not null && reader.Read())
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "title":
                    title = ReadLine(reader);
                    break;
                case "creator":
                    author = ReadLine(reader);
                    break;
                case "language":
                    language = LanguageTag.Of(ReadLine(reader) ?? "");
                    break;
                default:
                    break;
            }
        }

        return (title, author, language);
    }

    private static string? ReadLine(XmlReader reader)
    {
        var text = new StringBuilder();
        XmlWalk.AppendText(reader, text);
        return CleanText.OfLine(text.ToString()) is { Length: > 0 } line ? line : null;
    }
}
