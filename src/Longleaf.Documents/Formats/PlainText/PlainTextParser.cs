using System.Buffers;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>Reads plain text: paragraphs are what stands between empty lines; their text is kept as it is.</summary>
internal sealed class PlainTextParser : IFormatParser
{
    private const string RareBreaks = "\x85\u2028\u2029";
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f" + RareBreaks);

    private readonly TextBuffer _paragraph = new();
    private BlockJoin _join = BlockJoin.Paragraph;
    private bool _lineIsBlank = true;
    private int _lineStart;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
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

        _paragraph.Append('\n');
        _lineStart = _paragraph.Length;
        _lineIsBlank = true;
    }

    private void EndParagraph(BlockSink sink)
    {
        if (_join == BlockJoin.None)
        {
            sink.AddPart(BlockKind.Paragraph, _paragraph.Span.TrimEnd(), BlockJoin.None);
        }
        else if (_paragraph.Length > 0)
        {
            sink.Add(BlockKind.Paragraph, _paragraph.Span);
        }

        _paragraph.Clear();
        (_lineIsBlank, _lineStart, _join) = (true, 0, BlockJoin.Paragraph);
    }
}
