using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Walks block content: paragraphs, tables, and the containers around them that are no structure of their own.</summary>
internal sealed class StoryReader(DocxParts parts, ParseLimits limits)
{
    private int _depth;

    /// <summary>Reads the children of the element that the reader is on.</summary>
    public void Read(XmlReader reader, IStory story)
    {
        if (++_depth > limits.MaxDepth || reader.Depth > limits.MaxDepth * 4)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }

        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            ReadChild(reader, story);
        }

        _depth--;
    }

    /// <summary>Reads the element that the reader is on.</summary>
    public void ReadChild(XmlReader reader, IStory story)
    {
        if (XmlWalk.IsAlternateContent(reader))
        {
            AlternateContent.Read(reader, () => Read(reader, story));
            return;
        }

        switch (reader.LocalName)
        {
            case "p" when WordXml.IsWord(reader):
                ReadParagraph(reader, story);
                break;
            case "tbl" when WordXml.IsWord(reader):
                new TableReader(this, story, limits).Read(reader);
                break;
            case "altChunk":
                if (XmlWalk.RelationshipAttribute(reader, "id") is { } id)
                {
                    AltChunk.Read(parts, id, story);
                }

                XmlWalk.Skip(reader);
                break;
            case "oMathPara" or "oMath" when WordXml.IsMath(reader):
                story.Add(new DocxParagraph { Text = MathReader.Read(reader, limits) });
                break;
            // What was deleted or moved away, and settings.
            case "del" or "moveFrom" or "sectPr" or "sdtPr" or "sdtEndPr" or "tblPr" or "tblGrid" or "rPr" or "pPr":
                XmlWalk.Skip(reader);
                break;
            default:
                Read(reader, story);
                break;
        }
    }

    private void ReadParagraph(XmlReader reader, IStory story)
    {
        var paragraph = new ParagraphReader(this, parts, limits);
        var result = paragraph.Read(reader);
        story.Add(result);
        foreach (var box in paragraph.Boxes)
        {
            box.ReplayTo(story);
        }
    }
}
