using System.Text;
using Longleaf.Documents.Formats.PlainText;
using Longleaf.Documents.Text;
using Sylvan.Data.Csv;

namespace Longleaf.Documents.Formats.Csv;

/// <summary>Reads delimited values as one table, in blocks of some rows; the first row is the header. Every block knows its first row.</summary>
internal sealed class CsvParser : IFormatParser
{
    // Rows are gathered into blocks of about this many UTF-16 units: what a passage can hold.
    private const int BlockCharacters = 2000;
    private const int MaxColumns = 4096;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        var start = ReadStart(source);
        using var text = new PrefixedReader(start, source.Reader);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = DelimiterDetector.Detect(start),
            CsvStyle = CsvStyle.Standard,
            BufferSize = 64 * 1024,
            MaxBufferSize = 16 * 1024 * 1024,
            OwnsReader = false,
            ResultSetMode = ResultSetMode.SingleResult,
        });
        try
        {
            Write(csv, source, sink);
        }
        catch (CsvRecordTooLargeException)
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This file is not valid CSV: a row is longer than 16 million characters, or a quote never ends.");
        }

        return new DocumentInfo { Format = DocumentFormat.Csv, Charset = source.Charset };
    }

    private static void Write(CsvDataReader csv, TextSource source, BlockSink sink)
    {
        var rows = new StringBuilder();
        var (join, firstRow, columns) = (BlockJoin.Paragraph, 0, 0);
        while (csv.Read())
        {
            var cells = csv.RowFieldCount;
            if (cells > MaxColumns)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, $"This file has rows of more than {MaxColumns:N0} columns.");
            }

            if (cells == 0 || (cells == 1 && csv.GetFieldSpan(0).IsWhiteSpace()))
            {
                continue;
            }

            firstRow = firstRow == 0 ? csv.RowNumber : firstRow;
            columns = columns == 0 ? cells : columns;
            var isHeader = join == BlockJoin.Paragraph && rows.Length == 0;
            AppendRow(rows, csv, Math.Max(cells, columns));
            if (isHeader)
            {
                rows.Append('\n').Append('|').Insert(rows.Length, " --- |", columns);
            }

            if (rows.Length >= BlockCharacters)
            {
                Emit();
                source.ReportProgress();
            }
        }

        Emit();

        void Emit()
        {
            if (rows.Length > 0)
            {
                sink.Add(BlockKind.Table, rows.ToString(), join: join, location: new Location { Row = firstRow });
                join = BlockJoin.Line;
            }

            rows.Clear();
            firstRow = 0;
        }
    }

    private static void AppendRow(StringBuilder rows, CsvDataReader csv, int columns)
    {
        if (rows.Length > 0)
        {
            rows.Append('\n');
        }

        rows.Append('|');
        for (var column = 0; column < columns; column++)
        {
            rows.Append(' ').Append(column < csv.RowFieldCount ? MarkdownTable.Cell(csv.GetFieldSpan(column).ToString()) : "").Append(" |");
        }
    }

    // Enough to see the delimiter by.
    private static string ReadStart(TextSource source)
    {
        var buffer = new char[16 * 1024];
        return new string(buffer, 0, source.Reader.ReadBlock(buffer));
    }
}
