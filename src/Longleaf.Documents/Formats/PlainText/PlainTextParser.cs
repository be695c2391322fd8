using System.Text;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>Reads plain text: paragraphs are what stands between empty lines; their text is kept as it is.</summary>
internal sealed class PlainTextParser : IFormatParser
{
    private readonly StringBuilder _paragraph = new();
    private BlockJoin _join = BlockJoin.Paragraph;
    private bool _lineIsBlank = true;
    private int _lineStart;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        var buffer = new char[16 * 1024];
        var afterReturn = false;
        int count;
        while ((count = source.Reader.Read(buffer)) > 0)
        {
            foreach (var unit in buffer.AsSpan(0, count))
            {
                if (!(unit == '\n' && afterReturn))
                {
                    Take(unit is '\r' or '\u2028' or '\x85' ? '\n' : unit is '\f' or '\u2029' ? '\f' : unit, sink);
                }

                afterReturn = unit == '\r';
            }

            source.ReportProgress();
        }

        EndParagraph(sink);
        return new DocumentInfo { Format = DocumentFormat.PlainText, Charset = source.Charset };
    }

    private void Take(char unit, BlockSink sink)
    {
        if (unit is '\n' or '\f')
        {
            if (_lineIsBlank || unit == '\f')
            {
                _paragraph.Length = _lineIsBlank ? _lineStart : _paragraph.Length;
                EndParagraph(sink);
            }
            else
            {
                _paragraph.Append('\n');
                _lineStart = _paragraph.Length;
                _lineIsBlank = true;
            }

            return;
        }

        // U+FEFF in the middle and zeroes are nothing; all else that is no blank makes the line a line.
        _lineIsBlank = _lineIsBlank && (char.IsWhiteSpace(unit) || unit is '\0' or '\uFEFF');
        _paragraph.Append(unit);
        if (_paragraph.Length >= Block.MaxCharacters && !char.IsHighSurrogate(unit))
        {
            var part = _paragraph.ToString();
            if (_join == BlockJoin.None || !string.IsNullOrWhiteSpace(part))
            {
                sink.AddPart(BlockKind.Paragraph, part, _join);
                _join = BlockJoin.None;
            }

            _paragraph.Clear();
            _lineStart = 0;
        }
    }

    private void EndParagraph(BlockSink sink)
    {
        if (_join == BlockJoin.None)
        {
            sink.AddPart(BlockKind.Paragraph, _paragraph.ToString().TrimEnd(), BlockJoin.None);
        }
        else
        {
            sink.Add(BlockKind.Paragraph, _paragraph.ToString());
        }

        _paragraph.Clear();
        (_lineIsBlank, _lineStart, _join) = (true, 0, BlockJoin.Paragraph);
    }
}
