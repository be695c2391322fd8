using System.Globalization;
using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads one paragraph: its properties and the text of its runs.</summary>
internal sealed class ParagraphReader(StoryReader stories, DocxParts parts, ParseLimits limits)
{
    private readonly StringBuilder _text = new();
    private readonly FieldStack _fields = new();
    private readonly List<string> _notes = [];
    private readonly List<RecordedStory> _boxes = [];
    private DocxParagraph _properties = new() { Text = "" };
    private int _depth;

    /// <summary>The text boxes anchored in the paragraph.</summary>
    public IReadOnlyList<RecordedStory> Boxes => _boxes;

    public DocxParagraph Read(XmlReader reader)
    {
        ReadChildren(reader);
        _fields.End(_text);
        return _properties with { Text = _text.ToString(), Notes = _notes };
    }

    private void ReadChildren(XmlReader reader)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }

        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (XmlWalk.IsAlternateContent(reader))
            {
                AlternateContent.Read(reader, () => ReadChildren(reader));
            }
            else if (WordXml.IsMath(reader) && reader.LocalName is ("oMath" or "oMathPara"))
            {
                _text.Append(MathReader.Read(reader, limits));
            }
            else
            {
                ReadChild(reader);
            }
        }

        _depth--;
    }

    private void ReadChild(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "pPr":
                ReadProperties(reader);
                break;
            case "t" when !_fields.IsInCode:
                XmlWalk.AppendText(reader, _text);
                break;
            case "fldChar":
                _fields.Mark(WordXml.Attribute(reader, "fldCharType"), _text);
                XmlWalk.Skip(reader);
                break;
            case "instrText":
                _fields.ReadCode(reader);
                break;
            case "tab" or "ptab" when !_fields.IsInCode:
                _text.Append('\t');
                XmlWalk.Skip(reader);
                break;
            case "br" or "cr" when !_fields.IsInCode:
                _text.Append('\n');
                XmlWalk.Skip(reader);
                break;
            case "noBreakHyphen":
                _text.Append('-');
                XmlWalk.Skip(reader);
                break;
            case "sym":
                AppendSymbol(reader);
                break;
            case "hyperlink":
                ReadHyperlink(reader);
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                AddNote(reader);
                break;
            case "txbxContent":
                var box = new RecordedStory();
                stories.Read(reader, box);
                _boxes.Add(box);
                break;
            case "docPr":
                AddAlternativeText(reader);
                break;
            case "blip" or "imagedata":
                AddPictureText(XmlWalk.RelationshipAttribute(reader, reader.LocalName == "blip" ? "embed" : "id"));
                XmlWalk.Skip(reader);
                break;
            // Deleted, moved away, replaced by an annotation, or settings: not shown.
            case "del" or "moveFrom" or "delText" or "delInstrText" or "rPr" or "sdtPr" or "sdtEndPr" or "rt" or "t" or "softHyphen" or "fldData":
                XmlWalk.Skip(reader);
                break;
            default:
                ReadChildren(reader);
                break;
        }
    }

    private void ReadProperties(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "pStyle":
                    _properties = _properties with { StyleId = WordXml.Attribute(reader, "val") };
                    break;
                case "outlineLvl":
                    _properties = _properties with { OutlineLevel = WordXml.Number(reader, "val") };
                    break;
                case "numPr":
                    ReadNumbering(reader);
                    continue;
                default:
                    break;
            }

            XmlWalk.Skip(reader);
        }
    }

    private void ReadNumbering(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            _properties = reader.LocalName switch
            {
                "numId" => _properties with { NumberingId = WordXml.Number(reader, "val") },
                "ilvl" => _properties with { NumberingLevel = WordXml.Number(reader, "val") },
                _ => _properties,
            };
            XmlWalk.Skip(reader);
        }
    }

    private void ReadHyperlink(XmlReader reader)
    {
        var target = XmlWalk.RelationshipAttribute(reader, "id") is { } id ? parts.LinkTarget(id) : null;
        var start = _text.Length;
        ReadChildren(reader);
        MarkdownLink.Wrap(_text, start, target);
    }

    private void AppendSymbol(XmlReader reader)
    {
        if (int.TryParse(WordXml.Attribute(reader, "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            _text.Append(SymbolFonts.Resolve(WordXml.Attribute(reader, "font") ?? "", code));
        }

        XmlWalk.Skip(reader);
    }

    private void AddNote(XmlReader reader)
    {
        var kind = reader.LocalName[..^"Reference".Length];
        if (WordXml.Attribute(reader, "id") is { } id && parts.Note(kind, id) is { Length: > 0 } note)
        {
            if (kind == "comment")
            {
                _notes.Add(note);
            }
            else
            {
                var label = kind == "footnote" ? id : $"e{id}";
                _text.Append(CultureInfo.InvariantCulture, $"[^{label}]");
                _notes.Add($"[^{label}]: {note}");
            }
        }

        XmlWalk.Skip(reader);
    }

    // It stands after the paragraph, as what a text box holds.
    private void AddPictureText(string? relationshipId)
    {
        var paragraphs = relationshipId is null ? [] : parts.PictureText(relationshipId);
        if (paragraphs.Count > 0)
        {
            var box = new RecordedStory();
            foreach (var paragraph in paragraphs)
            {
                box.Add(new DocxParagraph { Text = paragraph });
            }

            _boxes.Add(box);
        }
    }

    // Descriptions are sentences; single words are the names that programs make up.
    private void AddAlternativeText(XmlReader reader)
    {
        if (reader.GetAttribute("descr") is { } description && description.Trim().Contains(' ', StringComparison.Ordinal)
            && !description.Contains('\\', StringComparison.Ordinal))
        {
            _text.Append(CultureInfo.InvariantCulture, $"[Image: {description.Trim()}]");
        }

        XmlWalk.Skip(reader);
    }
}
