using System.Globalization;
using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads one paragraph at a time: its properties and the text of its runs.</summary>
internal sealed class ParagraphReader(StoryReader stories, DocxParts parts, ParseLimits limits)
{
    private readonly StringBuilder _text = new();
    private readonly FieldStack _fields = new();
    private readonly ParagraphProperties _properties = new();
    private List<string>? _notes;
    private List<RecordedStory>? _boxes;
    private RunFormat _paragraphFormat;
    private RunFormat _format;
    private int _depth;

    // Those that are open: which one is taken depends on what is in it.
    private int _alternatives;

    /// <summary>What is anchored in the paragraph last read and stands after it: text boxes, text in pictures, charts.</summary>
    public IReadOnlyList<RecordedStory> Boxes => _boxes ?? [];

    private int Found => _text.Length + (_boxes?.Count ?? 0) + (_notes?.Count ?? 0);

    public DocxParagraph Read(XmlReader reader)
    {
        _text.Clear();
        _properties.Clear();
        (_notes, _boxes, _paragraphFormat, _format, _depth, _alternatives) = (null, null, default, default, 0, 0);
        ReadChildren(reader);
        _fields.End(_text);
        return new DocxParagraph
        {
            Text = _text.ToString(),
            StyleId = _properties.StyleId,
            NumberingId = _properties.NumberingId,
            NumberingLevel = _properties.NumberingLevel,
            OutlineLevel = _properties.OutlineLevel,
            JoinsNext = _properties.JoinsNext,
            Notes = _notes ?? [],
        };
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
            ReadChild(reader);
        }

        _depth--;
    }

    private void ReadChild(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "r":
                _format = _paragraphFormat;
                ReadChildren(reader);
                break;
            case "rPr":
                _format = RunFormat.Read(reader, _paragraphFormat, parts.Styles);
                break;
            case "t" or "tab" or "ptab" or "br" or "cr" or "noBreakHyphen" or "sym":
                ReadCharacters(reader);
                break;
            case "pPr":
                _properties.Read(reader);
                _paragraphFormat = parts.Styles[_properties.StyleId]?.RunFormat ?? default;
                break;
            case "fldChar":
                _fields.Mark(reader, _text);
                break;
            case "instrText":
                _fields.ReadCode(reader);
                break;
            case "hyperlink":
                ReadHyperlink(reader);
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                AddNote(reader);
                break;
            // Deleted, moved away, replaced by an annotation, or settings: not shown.
            case "del" or "moveFrom" or "delText" or "delInstrText" or "sdtEndPr" or "rt" or "softHyphen" or "fldData" or "bookmarkStart" or "bookmarkEnd"
                or "proofErr" or "lastRenderedPageBreak":
                XmlWalk.Skip(reader);
                break;
            default:
                ReadObject(reader);
                break;
        }
    }

    // What stands in a paragraph besides runs of text.
    private void ReadObject(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sdt":
                ReadControl(reader);
                break;
            case "oMathPara" or "oMath" when WordXml.IsMath(reader):
                _text.Append(MathReader.Read(reader, limits));
                break;
            case "AlternateContent" when XmlWalk.IsAlternateContent(reader):
                _alternatives++;
                AlternateContent.Read(reader, () =>
                {
                    var before = Found;
                    ReadChildren(reader);
                    return Found > before;
                });
                _alternatives--;
                break;
            case "txbxContent":
                var box = new RecordedStory();
                stories.Read(reader, box);
                AddBox(box);
                break;
            case "docPr":
                AddAlternativeText(reader);
                break;
            case "blip" or "imagedata":
                AddBox(parts.PictureText(XmlWalk.RelationshipAttribute(reader, reader.LocalName == "blip" ? "embed" : "id"), mayWait: _alternatives == 0));
                XmlWalk.Skip(reader);
                break;
            case "textpath":
                AddBox(RecordedStory.Of(reader.GetAttribute("string") is { Length: > 0 } art ? [art] : []));
                XmlWalk.Skip(reader);
                break;
            case "chart" or "relIds":
                AddGraphic(reader);
                break;
            default:
                ReadChildren(reader);
                break;
        }
    }

    private void ReadCharacters(XmlReader reader)
    {
        var isShown = !_format.IsHidden && !_fields.IsInCode;
        switch (reader.LocalName)
        {
            case "t" when isShown:
                AppendText(reader);
                return;
            case "t" when _format.IsHidden && !_fields.IsInCode:
                parts.Warn("Text that this document hides from its readers was left out.");
                break;
            case "sym" when isShown && int.TryParse(WordXml.Attribute(reader, "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                _text.Append(SymbolFonts.Resolve(WordXml.Attribute(reader, "font") ?? "", code));
                break;
            case "tab" or "ptab" when isShown:
                _text.Append('\t');
                break;
            case "br" or "cr" when isShown:
                _text.Append('\n');
                break;
            case "noBreakHyphen" when isShown:
                _text.Append('-');
                break;
            default:
                break;
        }

        XmlWalk.Skip(reader);
    }

    private void AppendText(XmlReader reader)
    {
        var start = _text.Length;
        XmlWalk.AppendText(reader, _text);
        if (_text.Length > limits.MaxCharacters)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge, $"A paragraph of this document is longer than is read ({limits.MaxCharacters / 1_000_000:N0} million characters).");
        }

        // Line ends in the file's text are blanks: those of the document are elements.
        _text.Replace('\n', ' ', start, _text.Length - start);
        SymbolFonts.Resolve(_format.SymbolFont, _text, start);
    }

    // A checkbox is told as Markdown tells one; whatever other controls hold is text.
    private void ReadControl(XmlReader reader)
    {
        var isChecked = default(bool?);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "sdtPr")
            {
                isChecked = WordXml.Checkbox(reader);
            }
            else if (reader.LocalName == "sdtContent" && isChecked is { } on)
            {
                XmlWalk.Skip(reader);
                _text.Append(on ? "[x]" : "[ ]");
            }
            else
            {
                ReadChild(reader);
            }
        }
    }

    private void ReadHyperlink(XmlReader reader)
    {
        var target = XmlWalk.RelationshipAttribute(reader, "id") is { } id ? parts.LinkTarget(id) : null;
        var start = _text.Length;
        ReadChildren(reader);
        MarkdownLink.Wrap(_text, start, target);
    }

    private void AddNote(XmlReader reader)
    {
        var kind = reader.LocalName[..^"Reference".Length];
        if (WordXml.Attribute(reader, "id") is { } id && parts.Refer(kind, id) is { } note)
        {
            _text.Append(note.Mark);
            if (note.Text.Length > 0)
            {
                (_notes ??= []).Add(note.Text);
            }
        }

        XmlWalk.Skip(reader);
    }

    private void AddGraphic(XmlReader reader)
    {
        var box = new RecordedStory();
        parts.ReadGraphic(XmlWalk.RelationshipAttribute(reader, reader.LocalName == "chart" ? "id" : "dm"), box);
        AddBox(box);
        XmlWalk.Skip(reader);
    }

    private void AddBox(RecordedStory box)
    {
        if (!box.IsEmpty)
        {
            (_boxes ??= []).Add(box);
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
