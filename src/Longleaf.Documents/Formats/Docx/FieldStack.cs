using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The complex fields open at a place: their codes are dropped, their results kept; a link's address goes to its text.</summary>
internal sealed class FieldStack
{
    private const int MaxCode = 4096;
    private const int MaxOpen = 256;

    private readonly Stack<Field> _open = new();
    private int _inCode;

    /// <summary>Whether text here belongs to a field's code.</summary>
    public bool IsInCode => _inCode > 0;

    /// <summary>Takes the begin, middle or end of a field.</summary>
    public void Mark(XmlReader reader, StringBuilder text)
    {
        switch (WordXml.Attribute(reader, "fldCharType"))
        {
            case "begin" when _open.Count < MaxOpen:
                _open.Push(new Field { ResultStart = text.Length, Control = FormField.Read(reader) });
                _inCode++;
                return;
            case "separate" when _open.TryPeek(out var field) && !field.HasSeparator:
                (field.HasSeparator, field.ResultStart) = (true, text.Length);
                _inCode--;
                break;
            case "end" when _open.TryPop(out var ended):
                Close(ended, text);
                break;
            default:
                break;
        }

        XmlWalk.Skip(reader);
    }

    public void ReadCode(XmlReader reader)
    {
        if (_open.TryPeek(out var field) && field.Code.Length < MaxCode)
        {
            XmlWalk.AppendText(reader, field.Code);
        }
        else
        {
            XmlWalk.Skip(reader);
        }
    }

    /// <summary>Closes what the paragraph leaves open: a table of contents is one field over many paragraphs.</summary>
    public void End(StringBuilder text)
    {
        while (_open.TryPop(out var field))
        {
            Close(field, text);
        }
    }

    private void Close(Field field, StringBuilder text)
    {
        _inCode -= field.HasSeparator ? 0 : 1;
        var code = field.Code.ToString().AsSpan().Trim();
        if (field.HasSeparator && code.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) && code.IndexOf('"') is var open and > 0)
        {
            var rest = code[(open + 1)..];
            var isPlace = code[..open].Contains(@"\l", StringComparison.Ordinal);
            MarkdownLink.Wrap(text, field.ResultStart, isPlace || rest.IndexOf('"') < 0 ? null : rest[..rest.IndexOf('"')].ToString());
        }
        else if (text.Length == field.ResultStart && !IsInCode)
        {
            text.Append(field.Control ?? FieldCode.Shown(code.ToString()));
        }
    }

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        /// <summary>What an old form's checkbox or list shows.</summary>
        public string? Control { get; init; }

        public bool HasSeparator { get; set; }

        public int ResultStart { get; set; }
    }
}
