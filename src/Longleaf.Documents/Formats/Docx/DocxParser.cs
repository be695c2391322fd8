using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads Word documents (ECMA-376, transitional and strict) straight from their XML.</summary>
internal sealed class DocxParser(IRecognizer recognizer) : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var package = new OpenXmlPackage(input, sink.Limits);
        var mainPart = package.MainPart() ?? "word/document.xml";
        using var body = package.OpenXml(mainPart)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged Word document: its main part is missing.");
        var parts = new DocxParts(package, SideParts.Tolerate(sink, () => package.RelationshipsOf(mainPart)) ?? []);
        var stories = new StoryReader(parts, sink.Limits);
        foreach (var kind in (string[])["footnote", "endnote", "comment"])
        {
            SideParts.Tolerate(sink, () => { parts.ReadNotes(kind, stories); return true; });
        }

        var story = new BlockStory(
            SideParts.Tolerate(sink, () => StyleSheet.Read(Open(package, parts.PartOf("styles")))) ?? StyleSheet.Read(null),
            SideParts.Tolerate(sink, () => NumberingTable.Read(Open(package, parts.PartOf("numbering")))) ?? NumberingTable.Read(null),
            sink);
        parts.Pictures = SideParts.Tolerate(sink, () => new EmbeddedPictures(package, recognizer, sink).Read(parts.PartsOf("image"))) ?? [];
        if (MoveToBody(body))
        {
            stories.Read(body, story);
        }

        AddFurniture(package, parts, stories, sink);
        var (title, author) = SideParts.Tolerate(sink, () => CoreProperties.Read(package));
        return new DocumentInfo { Format = DocumentFormat.Docx, Title = title, Author = author };
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

    private static XmlReader? Open(OpenXmlPackage package, string? part) => part is null ? null : package.OpenXml(part);

    // Headers and footers come once, after the body: they repeat on every page, and what they say is seldom part of the text.
    private static void AddFurniture(OpenXmlPackage package, DocxParts parts, StoryReader stories, BlockSink sink)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.PartsOf("header").Concat(parts.PartsOf("footer")))
        {
            SideParts.Tolerate(sink, () =>
            {
                using var reader = package.OpenXml(part);
                if (reader is null || reader.MoveToContent() != XmlNodeType.Element)
                {
                    return false;
                }

                var story = new TextStory();
                stories.Read(reader, story);
                foreach (var paragraph in story.Paragraphs.Where(paragraph => paragraph.Any(char.IsLetter) && seen.Add(paragraph)))
                {
                    sink.Add(BlockKind.Paragraph, paragraph);
                }

                return true;
            });
        }
    }
}
