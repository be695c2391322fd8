using Longleaf.Documents.Formats.PlainText;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Csv;

/// <summary>Reads delimited values as one table, in blocks of some rows; the first row is the header. Every block knows its first row.</summary>
internal sealed class CsvParser : IFormatParser
{
    // Rows are gathered into blocks of about this many UTF-16 units: what a passage can hold.
    private const int BlockCharacters = 2000;
    private const int MaxColumns = 4096;
    private const int MaxRow = 16_000_000;

    private readonly TextBuffer _rows = new();
    private BlockJoin _join = BlockJoin.Paragraph;
    private int _columns;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        using var text = new PeekedText(source.Reader);
        var delimiter = StatedDelimiter(text) ?? DelimiterDetector.Detect(text.Start);
        Write(new CsvReader(text, delimiter), source, sink);
        return new DocumentInfo { Format = DocumentFormat.Csv, Charset = source.Charset };
    }

    // "sep=;" in a line of its own before the table: spreadsheets write and read it.
    private static char? StatedDelimiter(PeekedText text)
    {
        var start = text.Start;
        var end = start.IndexOfAny('\r', '\n');
        var line = start[..Math.Max(end, 0)].Trim('"');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        text.Skip(end + (start[end..].StartsWith("\r\n") ? 2 : 1));
        return line[4];
    }

    private void Write(CsvReader csv, TextSource source, BlockSink sink)
    {
        var (row, firstRow) = (0, 0);
        while (AppendRow(csv, out var isBlank))
        {
            row++;
            if (isBlank)
            {
                continue;
            }

            firstRow = firstRow == 0 ? row : firstRow;
            if (_rows.Length >= BlockCharacters)
            {
                Emit(firstRow, sink);
                firstRow = 0;
                source.ReportProgress();
            }
        }

        Emit(firstRow, sink);
    }

    private void Emit(int firstRow, BlockSink sink)
    {
        if (_rows.Length > 0)
        {
            sink.Add(BlockKind.Table, _rows.Span, _join, new Location { Row = firstRow });
            _join = BlockJoin.Line;
        }

        _rows.Clear();
    }

    // A row with nothing in it is left out; others are filled up to the width of the header.
    private bool AppendRow(CsvReader csv, out bool isBlank)
    {
        var (start, cells) = (_rows.Length, 0);
        var isHeader = _columns == 0;
        isBlank = true;
        _rows.Append(start > 0 ? "\n|" : "|");
        do
        {
            if (!csv.Read(out var cell))
            {
                _rows.CutTo(start);
                return false;
            }

            isBlank = isBlank && cell.IsWhiteSpace();
            AppendCell(cell);
            if (++cells > MaxColumns)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, $"This file has rows of more than {MaxColumns:N0} columns.");
            }

            if (_rows.Length - start > MaxRow)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, "This file has a row of more than 16 million characters.");
            }
        }
        while (!csv.EndsRow);

        isBlank = isBlank && cells == 1;
        if (isBlank)
        {
            _rows.CutTo(start);
            return true;
        }

        _columns = isHeader ? cells : _columns;
        for (; cells < _columns; cells++)
        {
            _rows.Append("  |");
        }

        if (isHeader)
        {
            AppendRule();
        }

        return true;
    }

    private void AppendRule()
    {
        _rows.Append("\n|");
        for (var column = 0; column < _columns; column++)
        {
            _rows.Append(" --- |");
        }
    }

    private void AppendCell(ReadOnlySpan<char> cell)
    {
        _rows.Append(' ');
        _rows.Append(CleanText.IsFitLine(cell) && !cell.Contains('|') ? cell : MarkdownTable.Cell(cell.ToString()));
        _rows.Append(" |");
    }
}
