using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Reads a table into a grid of text. What is merged downwards is repeated in every row, so that a row can be read alone.</summary>
internal sealed class TableReader(StoryReader stories, IStory story, ParseLimits limits)
{
    private const int MaxColumns = 1024;
    private const long MaxCells = 16_000_000;

    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<int, string> _merged = [];

    // The first cell, as long as it is the only one: that is a frame around text, whose paragraphs keep what they are.
    private RecordedStory? _frame;
    private Action? _endFrame;
    private int _cells;
    private long _gridCells;
    private long _characters;

    public void Read(XmlReader reader)
    {
        Guard(reader);
        ReadRows(reader);
        if (_frame is not null)
        {
            _frame.ReplayTo(story);
        }
        else if (_rows.Count > 0)
        {
            story.AddTable(_rows, _notes);
        }
        else if (_notes.Count > 0)
        {
            story.AddTable([], _notes);
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
                    AlternateContent.Read(reader, () =>
                    {
                        ReadRows(reader);
                        return true;
                    });
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
        ReadCells(reader, row, isDeleted: false);
        // A row without any text says nothing.
        if (_endFrame is not null || row.Exists(cell => cell.Length > 0))
        {
            _rows.Add(row);
            _gridCells += row.Count;
            if (_gridCells > MaxCells)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, $"This document has a table of more than {MaxCells / 1_000_000} million cells.");
            }
        }
    }

    private bool ReadCells(XmlReader reader, List<string> row, bool isDeleted)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "tc" when !isDeleted:
                    ReadCell(reader, row);
                    break;
                case "trPr":
                    isDeleted |= ReadRowProperties(reader, row);
                    break;
                case "tc" or "tblPrEx" or "sdtPr" or "sdtEndPr":
                    XmlWalk.Skip(reader);
                    break;
                default:
                    Guard(reader);
                    isDeleted |= ReadCells(reader, row, isDeleted);
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
        if (_cells++ == 0)
        {
            _frame = new RecordedStory();
            var first = stories.ReadCell(reader, _frame);
            var place = row.Count;
            Place(first, "", row);
            _endFrame = () =>
            {
                var content = new TextStory(limits, stories.Labels);
                _frame.ReplayTo(content);
                row[place] = Text(first, content, place);
            };
            return;
        }

        EndFrame();
        var content = new TextStory(limits, stories.Labels);
        var cell = stories.ReadCell(reader, content);
        if (!cell.IsDeleted)
        {
            Place(cell, Text(cell, content, row.Count), row);
        }
    }

    // The first cell is one of several.
    private void EndFrame()
    {
        if (_endFrame is not null)
        {
            _endFrame();
            (_frame, _endFrame) = (null, null);
            _rows.RemoveAll(row => row.All(cell => cell.Length == 0));
        }
    }

    private string Text(TableCell cell, TextStory content, int column)
    {
        if (cell.IsDeleted)
        {
            return "";
        }

        _notes.AddRange(content.Notes);
        var text = cell.Merge == "continue" ? _merged.GetValueOrDefault(column, "") : content.Text;
        if (cell.Merge == "restart")
        {
            _merged[column] = text;
        }

        _characters += text.Length;
        return text;
    }

    private void Place(TableCell cell, string text, List<string> row)
    {
        row.Add(text);
        row.AddRange(Enumerable.Repeat("", Math.Clamp(cell.Span - 1, 0, MaxColumns)));
        if (row.Count > MaxColumns || _characters > limits.MaxCharacters)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This document has a table larger than is read ({MaxColumns:N0} columns, {limits.MaxCharacters / 1_000_000:N0} million characters).");
        }
    }

    private void Guard(XmlReader reader)
    {
        if (reader.Depth > limits.MaxDepth * 4)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }
    }
}
