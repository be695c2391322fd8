using System.Buffers;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>
/// Reads plain text: paragraphs are what stands between empty lines, and lines that are headings by custom are headings. The text is kept as it is.
/// </summary>
internal sealed class PlainTextParser : IFormatParser
{
    private const string RareBreaks = "\x85\u2028\u2029";
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f" + RareBreaks);

    private readonly TextBuffer _paragraph = new();
    private BlockJoin _join = BlockJoin.Paragraph;
    private bool _lineIsBlank = true;
    private int _lineStart;
    private HeadingQueue _headings = null!;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        _headings = new HeadingQueue(sink);
        var buffer = new char[TextSource.ReadUnits];
        var afterReturn = false;
        int count;
        while ((count = source.Reader.Read(buffer)) > 0)
        {
            var from = afterReturn && buffer[0] == '\n' ? 1 : 0;
            afterReturn = buffer[count - 1] == '\r';
            Take(buffer.AsSpan(from, count - from), sink);
            source.ReportProgress();
        }

        EndParagraph(sink);
        _headings.Complete();
        return new DocumentInfo { Format = DocumentFormat.PlainText, Charset = source.Charset };
    }

    private void Take(ReadOnlySpan<char> text, BlockSink sink)
    {
        var hasRareBreaks = text.ContainsAny(RareBreaks);
        while (!text.IsEmpty)
        {
            var end = hasRareBreaks ? text.IndexOfAny(Breaks) : text.IndexOfAny('\n', '\r', '\f');
            AddToLine(end < 0 ? text : text[..end], sink);
            if (end < 0)
            {
                return;
            }

            EndLine(endsParagraph: text[end] is '\f' or '\u2029', sink);
            text = text[(end + (text[end..].StartsWith("\r\n") ? 2 : 1))..];
        }
    }

    private void AddToLine(ReadOnlySpan<char> part, BlockSink sink)
    {
        _lineIsBlank = _lineIsBlank && IsBlank(part);
        while (!part.IsEmpty)
        {
            var length = Math.Min(part.Length, Math.Max(Block.MaxCharacters - _paragraph.Length, 1));
            _paragraph.Append(part[..length]);
            if (_paragraph.Length >= Block.MaxCharacters && !char.IsHighSurrogate(part[length - 1]))
            {
                EmitPart(sink);
            }

            part = part[length..];
        }
    }

    // U+FEFF in the middle and zeroes are nothing; all else that is no blank makes the line a line.
    private static bool IsBlank(ReadOnlySpan<char> part)
    {
        foreach (var unit in part)
        {
            if (!(char.IsWhiteSpace(unit) || unit is '\0' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }

    private void EmitPart(BlockSink sink)
    {
        if (_join == BlockJoin.None || !_paragraph.Span.IsWhiteSpace())
        {
            _headings.BeforeText(_paragraph.Span);
            sink.AddPart(BlockKind.Paragraph, _paragraph.Span, _join);
            _join = BlockJoin.None;
        }

        _paragraph.Clear();
        _lineStart = 0;
    }

    private void EndLine(bool endsParagraph, BlockSink sink)
    {
        if (_lineIsBlank || endsParagraph)
        {
            if (_lineIsBlank)
            {
                _paragraph.CutTo(_lineStart);
            }

            EndParagraph(sink);
            return;
        }

        if (_paragraph.Length - _lineStart <= HeadingLines.MaxLength && TakesLine(sink))
        {
            _paragraph.Clear();
            (_lineIsBlank, _lineStart, _join) = (true, 0, BlockJoin.Line);
            return;
        }

        _paragraph.Append('\n');
        _lineStart = _paragraph.Length;
        _lineIsBlank = true;
    }

    // A line within a paragraph that is a heading, or makes one of the line before: many texts have no empty lines.
    private bool TakesLine(BlockSink sink)
    {
        var line = _paragraph.Span[_lineStart..];
        var before = _paragraph.Span[..Math.Max(0, _lineStart - 1)];
        if (_headings.IsFull || (_join == BlockJoin.None && before.IsEmpty))
        {
            // Or it is the rest of a line that was cut.
            return false;
        }

        if (!before.IsEmpty && before.Length <= 2 * HeadingLines.MaxLength && HeadingLines.IsRule(line))
        {
            return TakesUnderlined(before, line, sink);
        }

        if (HeadingLines.Chapter(line, isAlone: false) is not { } heading)
        {
            return before.IsEmpty && _join == BlockJoin.Line && TakesTitle(line, isAlone: false);
        }

        if (!HeadingLines.MayEndParagraph(before[(before.LastIndexOf('\n') + 1)..]))
        {
            return false;
        }

        if (!before.IsEmpty)
        {
            _headings.BeforeText(before);
            sink.AddPart(BlockKind.Paragraph, before, _join);
        }

        return _headings.TryAdd(heading, line, before.IsEmpty ? _join : BlockJoin.Line);
    }

    // The title, with another rule above it or without, is the paragraph's first line.
    private bool TakesUnderlined(ReadOnlySpan<char> title, ReadOnlySpan<char> rule, BlockSink sink)
    {
        var end = title.IndexOf('\n');
        var above = end >= 0 && HeadingLines.IsRule(title[..end]) ? title[..end] : default;
        title = above.IsEmpty ? title : title[(end + 1)..];
        if (_join != BlockJoin.Paragraph || title.Contains('\n') || HeadingLines.Underlined(title, rule) is not { } level)
        {
            return false;
        }

        if (!above.IsEmpty)
        {
            _headings.BeforeText(above);
            sink.AddPart(BlockKind.Paragraph, above, _join);
        }

        _headings.TryAdd(new HeadingLine(level, null, HeadingKind.Underlined), title, above.IsEmpty ? _join : BlockJoin.Line);
        _headings.BeforeText(rule);
        sink.Add(BlockKind.Paragraph, rule, BlockJoin.Line);
        return true;
    }

    private void EndParagraph(BlockSink sink)
    {
        if (_join == BlockJoin.None)
        {
            sink.AddPart(BlockKind.Paragraph, _paragraph.Span.TrimEnd(), BlockJoin.None);
        }
        else if (_paragraph.Length > 0 && !TakesParagraph())
        {
            _headings.BeforeText(_paragraph.Span);
            sink.Add(BlockKind.Paragraph, _paragraph.Span, _join);
        }

        _paragraph.Clear();
        (_lineIsBlank, _lineStart, _join) = (true, 0, BlockJoin.Paragraph);
    }

    // A line with nothing around it, or with nothing but a heading above it.
    private bool TakesParagraph()
    {
        var line = _paragraph.Span.TrimEnd('\n');
        if (line.Length > HeadingLines.MaxLength || line.Contains('\n'))
        {
            return false;
        }

        if (HeadingLines.Chapter(line, isAlone: _join == BlockJoin.Paragraph) is { } chapter)
        {
            return _headings.TryAdd(chapter, line, _join);
        }

        var heading = _join == BlockJoin.Paragraph ? HeadingLines.Alone(line) : null;
        return (heading is { Kind: HeadingKind.Number } number && _headings.TryAdd(number, line, _join))
            || TakesTitle(line, isAlone: true)
            || (heading is { Kind: not HeadingKind.Number } other && _headings.TryAdd(other, line, _join));
    }

    private bool TakesTitle(ReadOnlySpan<char> line, bool isAlone)
    {
        if (!_headings.AwaitsTitle || !HeadingLines.CanBeTitle(line, isAlone))
        {
            return false;
        }

        _headings.AddTitle(line, _join);
        return true;
    }
}
