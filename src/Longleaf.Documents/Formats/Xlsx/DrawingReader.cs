using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads what is drawn over a sheet: the text of shapes, what pictures show if their description says it, titles of charts.</summary>
internal sealed class DrawingReader(OpenXmlPackage package, ParseLimits limits)
{
    private const int MaxNotes = 100_000;

    private readonly List<SheetNote> _notes = [];
    private Dictionary<string, Relationship> _relationships = [];
    private int _row;

    /// <summary>The texts of a sheet's drawings, from top to bottom.</summary>
    public List<SheetNote> Read(IReadOnlyCollection<Relationship> ofSheet)
    {
        _notes.Clear();
        foreach (var part in ofSheet.Where(entry => entry.Type == "drawing" && !entry.IsExternal).Select(entry => entry.Target).Distinct(StringComparer.Ordinal))
        {
            using var reader = package.OpenXml(part);
            if (reader is not null && reader.MoveToContent() == XmlNodeType.Element)
            {
                (_relationships, _row) = (package.RelationshipsOf(part), 1);
                ReadChildren(reader);
            }
        }

        return [.. _notes.OrderBy(note => note.Row)];
    }

    private void ReadChildren(XmlReader reader)
    {
        if (reader.Depth > limits.MaxDepth)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This workbook's drawings are nested too deep.");
        }

        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "from":
                    ReadAnchor(reader);
                    break;
                case "txBody":
                    ReadParagraphs(reader);
                    break;
                case "pic":
                    ReadPicture(reader);
                    break;
                case "chart" when XmlWalk.RelationshipAttribute(reader, "id") is { } id:
                    ReadChart(id);
                    XmlWalk.Skip(reader);
                    break;
                case "AlternateContent" when XmlWalk.IsAlternateContent(reader):
                    AlternateContent.Read(reader, () =>
                    {
                        var before = _notes.Count;
                        ReadChildren(reader);
                        return _notes.Count > before;
                    });
                    break;
                default:
                    ReadChildren(reader);
                    break;
            }
        }
    }

    // Only pictures are described by people; descriptions of charts are written by Excel.
    private void ReadPicture(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "cNvPr")
            {
                AddDescription(reader.GetAttribute("descr"));
            }
        }
    }

    private void ReadAnchor(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            var text = new StringBuilder();
            var isRow = reader.LocalName == "row";
            XmlWalk.AppendText(reader, text);
            if (isRow && int.TryParse(text.ToString(), out var row) && row is >= 0 and < CellReference.MaxRows)
            {
                _row = row + 1;
            }
        }
    }

    private void ReadParagraphs(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "p")
            {
                Add(BlockKind.Paragraph, DrawingText.Read(reader));
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }
    }

    // As in Word documents: programs put file names where a description should be.
    private void AddDescription(string? description)
    {
        if (description?.Trim() is { } text && text.Contains(' ', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal))
        {
            Add(BlockKind.Paragraph, $"[Image: {text}]");
        }
    }

    private void ReadChart(string id)
    {
        using var chart = _relationships.TryGetValue(id, out var found) && !found.IsExternal ? package.OpenXml(found.Target) : null;
        if (chart is not null && Chart.Read(chart).Words is { Length: > 0 } titles)
        {
            Add(BlockKind.Paragraph, titles);
        }
    }

    private void Add(BlockKind kind, string text)
    {
        var line = CleanText.OfLine(text);
        if (line.Length == 0)
        {
            return;
        }

        if (_notes.Count == MaxNotes)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a sheet with more than {MaxNotes:N0} texts in its drawings.");
        }

        _notes.Add(new SheetNote(_row, kind, line));
    }
}
