using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Walks block content: paragraphs, tables, and the containers around them that are no structure of their own.</summary>
internal sealed class StoryReader(DocxParts parts, ParseLimits limits)
{
    // One for every story that is open: a paragraph may anchor a text box, which has paragraphs.
    private readonly Stack<ParagraphReader> _idle = [];
    private JoinedParagraphs _joined = new();
    private int _depth;

    /// <summary>The labels of list items.</summary>
    public ListLabels? Labels { get; set; }

    /// <summary>Reads a story: what is in the element that the reader is on.</summary>
    public void Read(XmlReader reader, IStory story)
    {
        var outer = _joined;
        _joined = new JoinedParagraphs();
        ReadChildren(reader, story);
        _joined.Flush(story);
        _joined = outer;
    }

    /// <summary>Reads a table's cell: what it says of itself, and its story.</summary>
    public TableCell ReadCell(XmlReader reader, IStory story)
    {
        var (outer, cell) = (_joined, default(TableCell));
        _joined = new JoinedParagraphs();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName != "tcPr")
            {
                ReadChild(reader, story);
                continue;
            }

            cell = TableCell.Read(reader);
        }

        _joined.Flush(story);
        _joined = outer;
        return cell ?? new TableCell();
    }

    private void ReadChildren(XmlReader reader, IStory story)
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

    private void ReadChild(XmlReader reader, IStory story)
    {
        switch (reader.LocalName)
        {
            case "p" when WordXml.IsWord(reader):
            // A run without a paragraph around it: Word refuses it, its text is text all the same.
            case "r" when WordXml.IsWord(reader):
                ReadParagraph(reader, story);
                break;
            case "tbl" when WordXml.IsWord(reader):
                _joined.Flush(story);
                new TableReader(this, story, limits).Read(reader);
                break;
            case "altChunk":
                _joined.Flush(story);
                if (XmlWalk.RelationshipAttribute(reader, "id") is { } id)
                {
                    AltChunk.Read(parts, id, story);
                }

                XmlWalk.Skip(reader);
                break;
            case "oMathPara" or "oMath" when WordXml.IsMath(reader):
                _joined.Flush(story);
                story.Add(new DocxParagraph { Text = MathReader.Read(reader, limits) });
                break;
            case "AlternateContent" when XmlWalk.IsAlternateContent(reader):
                AlternateContent.Read(reader, () =>
                {
                    ReadChildren(reader, story);
                    return true;
                });
                break;
            // What was deleted or moved away, and settings.
            case "del" or "moveFrom" or "sectPr" or "sdtPr" or "sdtEndPr" or "tblPr" or "tblGrid" or "rPr" or "pPr" or "tcPr":
                XmlWalk.Skip(reader);
                break;
            default:
                ReadChildren(reader, story);
                break;
        }
    }

    private void ReadParagraph(XmlReader reader, IStory story)
    {
        if (!_idle.TryPop(out var paragraph))
        {
            paragraph = new ParagraphReader(this, parts, limits);
        }

        _joined.Add(paragraph.Read(reader), story);
        foreach (var box in paragraph.Boxes)
        {
            story.AddBox(box);
        }

        _idle.Push(paragraph);
    }
}
