using System.Text;
using Longleaf.Documents.Formats.Pdf.Tables;
using Longleaf.Documents.Ocr;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Joins lines to paragraphs, headings and list items, by leading, indentation, size and how full the line above is. A paragraph that a page
/// does not end goes on with the next; what stood between, notes and what is turned, follows it.
/// </summary>
internal sealed class ParagraphBuilder(BlockSink sink, FontSizes sizes, OutlineTitles outline, CompoundWords words)
{
    private readonly List<TextLine> _lines = [];
    private readonly ListLevels _levels = new();
    private List<(TextLine Line, Location Location)> _apart = [];

    // Where the paragraph started, and where the reading is.
    private Location _start = Location.None;
    private Location _location = Location.None;
    private bool _afterListItem;
    private bool _isNewPage;

    public void Write(PageContent page)
    {
        _location = new Location { Page = page.Number };
        var (items, apart) = PageFlow.Split(page, sizes.Body);
        foreach (var item in items)
        {
            if (item is TextLine line)
            {
                Add(line);
            }
            else if (item is PageTable table)
            {
                End();
                _afterListItem = false;
                TableBlocks.Write(sink, table.Rows, _location);
            }
        }

        _isNewPage = true;
        _apart.AddRange(apart.Select(line => (line, _location)));
        if (_lines.Count > 0 && !EndsSentence(_lines[^1].Text) && sizes.HeadingLevel(_lines[^1].Size) is null
            && page.ForeignText is null && page.Recognized.Count == 0 && page.Comments.Count == 0)
        {
            return;
        }

        End();
        _afterListItem = false;
        foreach (var paragraph in PageText.Paragraphs(page.ForeignText))
        {
            sink.Add(BlockKind.Paragraph, paragraph, location: _location);
        }

        RecognizedBlocks.Write(sink, page.Recognized, _location);

        foreach (var comment in page.Comments)
        {
            sink.Add(BlockKind.Note, comment, location: _location);
        }
    }

    /// <summary>Writes what is left after the last page.</summary>
    public void Complete() => End();

    private void Add(TextLine line)
    {
        if (_lines.Count > 0 && !(_isNewPage ? GoesOnOverPage(_lines[^1], line) : GoesOn(_lines[^1], line)))
        {
            End();
            _afterListItem &= !_isNewPage;
        }

        _isNewPage = false;
        _start = _lines.Count == 0 ? _location : _start;
        _lines.Add(line);
    }

    private static bool GoesOnOverPage(TextLine last, TextLine line) =>
        last.Turn == line.Turn && Math.Abs(last.Size - line.Size) <= 0.12 * Math.Max(last.Size, line.Size) && last.IsBold == line.IsBold
        && ListMarkers.Length(line.Text) == 0
        && (char.IsLower(line.Text[0]) || (LineJoin.IsIdeographic(last.Text[^1]) && LineJoin.IsIdeographic(line.Text[0])));

    private bool GoesOn(TextLine last, TextLine line)
    {
        var size = Math.Max(last.Size, line.Size);
        var step = last.Baseline - line.Baseline;
        if (last.Turn != line.Turn || Math.Abs(last.Size - line.Size) > 0.12 * size || ListMarkers.Length(line.Text) > 0)
        {
            return false;
        }

        // A heading goes on only into a line of its own kind.
        if (sizes.HeadingLevel(last.Size) is not null)
        {
            return step > 0 && step <= 1.7 * size && last.IsBold == line.IsBold;
        }

        if (last.IsBold != line.IsBold && (last.IsBold ? _lines.All(before => before.IsBold) : line.Segments.Count == 1))
        {
            return false;
        }

        if (Math.Abs(step) <= 0.35 * size)
        {
            return true;
        }

        if (step < 0)
        {
            // The next column: the text goes on if the line above it was full and no sentence ended with it.
            return !EndsSentence(last.Text) && line.Left > last.Left;
        }

        var leading = _lines.Count > 1 ? _lines[^2].Baseline - last.Baseline : 0;
        if (step > (leading > 0 ? Math.Min(1.35 * leading, 2.2 * size) : 1.8 * size))
        {
            return false;
        }

        // Indented, after a line that did not fill its column: a new paragraph.
        var isIndented = line.Left > last.Left + (0.8 * size) && (_lines.Count > 1 || EndsSentence(last.Text));
        var width = _lines.Max(before => before.Right) - _lines.Min(before => before.Left);
        var isShort = last.Right < Math.Max(_lines.Max(before => before.Right), line.Right) - Math.Max(0.12 * width, 2 * size);
        return !(isIndented && EndsSentence(last.Text)) && !(isShort && EndsSentence(last.Text));
    }

    private void End()
    {
        WriteLines();
        if (_apart.Count == 0)
        {
            return;
        }

        // What stood apart from the text is paragraphs of its own.
        var (apart, location, start) = (_apart, _location, _start);
        _apart = [];
        foreach (var (line, at) in apart)
        {
            if (_lines.Count > 0 && (at != _location || !GoesOn(_lines[^1], line)))
            {
                WriteLines();
            }

            _location = _start = at;
            _lines.Add(line);
        }

        WriteLines();
        (_location, _start) = (location, start);
    }

    private void WriteLines()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var text = Joined();
        var marker = ListMarkers.Length(text);
        var isBullet = marker > 0 && ListMarkers.IsBullet(text);
        if (!isBullet && HeadingLevel(text) is { } level)
        {
            sink.Add(BlockKind.Heading, $"{new string('#', level)} {text}", level, location: _start);
            _afterListItem = false;
        }
        else if (marker > 0)
        {
            var depth = _levels.Next(_lines[0], !_afterListItem);
            var item = isBullet ? "- " + text[marker..] : text;
            sink.Add(BlockKind.ListItem, new string(' ', 2 * depth) + item, depth, _afterListItem ? BlockJoin.Line : BlockJoin.Paragraph, _start);
            _afterListItem = true;
        }
        else
        {
            sink.Add(BlockKind.Paragraph, text, location: _start);
            _afterListItem = false;
        }

        _lines.Clear();
    }

    private int? HeadingLevel(string text)
    {
        if (text.Length > 200 || _lines.Count > 4 || !text.Any(char.IsLetter))
        {
            return null;
        }

        if (outline.Level(text, _start.Page!.Value) is { } listed)
        {
            return listed;
        }

        return text.Length > 1 && text[^1] is not ('.' or ',' or ';' or ':') ? sizes.HeadingLevel(_lines[0].Size) : null;
    }

    private string Joined()
    {
        var text = new StringBuilder(_lines[0].Text);
        foreach (var line in _lines.Skip(1))
        {
            LineJoin.Append(text, line.Text, words.Contains);
        }

        return PageText.WithoutLeaders(text.ToString());
    }

    private static bool EndsSentence(string text) => text.Length > 0 && text.TrimEnd('"', '”', '’', ')', '»', ']') is { Length: > 0 } bare
        && bare[^1] is '.' or '!' or '?' or ':' or '。' or '！' or '？' or '：' or ';' or '；';
}
