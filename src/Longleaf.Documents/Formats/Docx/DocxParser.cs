using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads Word documents (ECMA-376, transitional and strict) straight from their XML.</summary>
internal sealed class DocxParser(IRecognizer recognizer) : IFormatParser
{
    // A number of a page, a date without a year.
    private const int LeastFurniture = 4;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var package = new OpenXmlPackage(input, sink.Limits);
        var mainPart = package.MainPart() ?? "word/document.xml";
        using var body = package.OpenXml(mainPart)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged Word document: its main part is missing.");
        var parts = new DocxParts(package, sink, SideParts.Tolerate(sink, () => package.RelationshipsOf(mainPart)) ?? []);
        parts.Styles = Read(sink, parts, "styles", StyleSheet.Read);
        var labels = new ListLabels(parts.Styles, Read(sink, parts, "numbering", reader => NumberingTable.Read(reader, parts.Styles)));
        var stories = new StoryReader(parts, sink.Limits);
        foreach (var kind in (string[])["footnote", "endnote", "comment"])
        {
            SideParts.Tolerate(sink, () => { parts.ReadNotes(kind, stories); return true; });
        }

        using var pictures = new EmbeddedPictures(package, recognizer, sink);
        pictures.Start(parts.PartsOf("image"));
        parts.Pictures = pictures;
        stories.Labels = labels;
        var story = new BodyStory(new BlockStory(parts.Styles, sink), labels);
        if (MoveToBody(body))
        {
            stories.Read(body, story);
            story.Complete();
        }

        pictures.Complete();
        stories.Labels = null;
        AddFurniture(parts, stories, sink);
        var (title, author, language) = SideParts.Tolerate(sink, () => CoreProperties.Read(package));
        return new DocumentInfo { Format = DocumentFormat.Docx, Title = title, Author = author, Language = language };
    }

    private static bool MoveToBody(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "body" && WordXml.IsWord(reader))
            {
                return true;
            }
        }

        return false;
    }

    private static T Read<T>(BlockSink sink, DocxParts parts, string type, Func<XmlReader?, T> read)
        where T : class =>
        SideParts.Tolerate(sink, () =>
        {
            using var reader = parts.Open(type);
            return read(reader);
        }) ?? read(null);

    // Headers and footers come once, after the body: they repeat on every page, and what they say is seldom part of the text.
    private static void AddFurniture(DocxParts parts, StoryReader stories, BlockSink sink)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.PartsOf("header").Concat(parts.PartsOf("footer")))
        {
            SideParts.Tolerate(sink, () =>
            {
                parts.Read(part, reader =>
                {
                    var story = new TextStory(sink.Limits, labels: null);
                    if (reader.MoveToContent() == XmlNodeType.Element)
                    {
                        stories.Read(reader, story);
                    }

                    foreach (var paragraph in story.Paragraphs.Where(paragraph => (paragraph.Length >= LeastFurniture || paragraph.Any(char.IsLetter)) && seen.Add(paragraph)))
                    {
                        sink.Add(BlockKind.Furniture, paragraph);
                    }
                });
                return true;
            });
        }
    }
}
