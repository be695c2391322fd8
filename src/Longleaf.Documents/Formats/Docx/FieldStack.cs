using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The complex fields open at a place: their codes are dropped, their results kept; a link's address goes to its text.</summary>
internal sealed class FieldStack
{
    private const int MaxCode = 4096;

    private readonly Stack<Field> _open = new();

    /// <summary>Whether text here belongs to a field's code.</summary>
    public bool IsInCode => _open.Any(open => !open.HasSeparator);

    public void Mark(string? type, StringBuilder text)
    {
        if (type == "begin")
        {
            _open.Push(new Field());
        }
        else if (type == "separate" && _open.TryPeek(out var field))
        {
            field.HasSeparator = true;
            field.ResultStart = text.Length;
        }
        else if (type == "end" && _open.TryPop(out var ended))
        {
            Close(ended, text);
        }
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

    private static void Close(Field field, StringBuilder text)
    {
        var code = field.Code.ToString().AsSpan().Trim();
        if (field.HasSeparator && code.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) && code.IndexOf('"') is var open and > 0)
        {
            var rest = code[(open + 1)..];
            var isPlace = code[..open].Contains(@"\l", StringComparison.Ordinal);
            MarkdownLink.Wrap(text, field.ResultStart, isPlace || rest.IndexOf('"') < 0 ? null : rest[..rest.IndexOf('"')].ToString());
        }
    }

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool HasSeparator { get; set; }

        public int ResultStart { get; set; }
    }
}
