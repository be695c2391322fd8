using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads a table into a grid of text. What is merged downwards is repeated in every row, so that a row can be read alone.</summary>
internal sealed class TableReader(StoryReader stories, IStory story, ParseLimits limits)
{
    private const int MaxColumns = 1024;

    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<int, string> _merged = [];
    private readonly List<TextStory> _cells = [];
    private long _characters;

    public void Read(XmlReader reader)
    {
        ReadRows(reader);
        if (_cells.Count == 1 && _rows.Count == 1)
        {
            // A frame around text, no table.
            foreach (var paragraph in _cells[0].Paragraphs)
            {
                story.Add(new DocxParagraph { Text = paragraph });
            }

            story.AddTable([], _notes);
        }
        else if (_rows.Any(row => row.Any(cell => cell.Length > 0)))
        {
            story.AddTable(_rows, _notes);
        }
    }

    private void ReadRows(XmlReader reader)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "tr":
                    ReadRow(reader);
                    break;
                case "tblPr" or "tblGrid" or "sdtPr" or "sdtEndPr" or "del" or "moveFrom":
                    XmlWalk.Skip(reader);
                    break;
                case "AlternateContent" when XmlWalk.IsAlternateContent(reader):
                    AlternateContent.Read(reader, () => ReadRows(reader));
                    break;
                default:
                    Guard(reader);
                    ReadRows(reader);
                    break;
            }
        }
    }

    private void ReadRow(XmlReader reader)
    {
        var row = new List<string>();
        var isDeleted = ReadCells(reader, row);
        if (!isDeleted && row.Count > 0)
        {
            _rows.Add(row);
        }
    }

    private bool ReadCells(XmlReader reader, List<string> row)
    {
        var isDeleted = false;
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "tc":
                    ReadCell(reader, row);
                    break;
                case "trPr":
                    isDeleted |= ReadRowProperties(reader, row);
                    break;
                case "tblPrEx" or "sdtPr" or "sdtEndPr":
                    XmlWalk.Skip(reader);
                    break;
                default:
                    Guard(reader);
                    isDeleted |= ReadCells(reader, row);
                    break;
            }
        }

        return isDeleted;
    }

    private static bool ReadRowProperties(XmlReader reader, List<string> row)
    {
        var isDeleted = false;
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            isDeleted |= reader.LocalName == "del";
            if (reader.LocalName == "gridBefore")
            {
                row.AddRange(Enumerable.Repeat("", Math.Clamp(WordXml.Number(reader, "val") ?? 0, 0, MaxColumns)));
            }

            XmlWalk.Skip(reader);
        }

        return isDeleted;
    }

    private void ReadCell(XmlReader reader, List<string> row)
    {
        var (span, merge) = (1, default(string));
        var cell = new TextStory();
        var content = new CellContent(stories, cell);
        content.Read(reader, properties => (span, merge) = ReadCellProperties(properties));
        _cells.Add(cell);
        _notes.AddRange(cell.Notes);
        var column = row.Count;
        var text = merge == "continue" ? _merged.GetValueOrDefault(column, "") : cell.Text;
        if (merge == "restart")
        {
            _merged[column] = text;
        }

        row.Add(text);
        row.AddRange(Enumerable.Repeat("", Math.Clamp(span - 1, 0, MaxColumns)));
        _characters += text.Length;
        if (row.Count > MaxColumns || _characters > limits.MaxCharacters)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document has a table larger than is read.");
        }
    }

    private static (int Span, string? Merge) ReadCellProperties(XmlReader reader)
    {
        var (span, merge) = (1, default(string));
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "gridSpan")
            {
                span = WordXml.Number(reader, "val") ?? 1;
            }
            else if (reader.LocalName == "vMerge")
            {
                merge = WordXml.Attribute(reader, "val") ?? "continue";
            }

            XmlWalk.Skip(reader);
        }

        return (span, merge);
    }

    private void Guard(XmlReader reader)
    {
        if (reader.Depth > limits.MaxDepth * 4)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }
    }
}
