using System.Text;
using System.Xml;
using CsCheck;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Xlsx;

namespace Longleaf.Documents.Tests.Formats.Xlsx;

public sealed class SheetReaderTests
{
    [Fact]
    public void Rows_that_are_scanned_are_what_the_XmlReader_makes_of_them() =>
        Gen.Select(SheetXml.Sheet, Gen.Int[1, 300], Gen.Int[1, 100]).Sample(
            (xml, bufferBytes, bytesAtOnce) => Assert.Equal(Read(xml, scans: false).Rows, Read(xml, scans: true, bufferBytes, bytesAtOnce).Rows),
            iter: 5000,
            print: sheet => Encoding.UTF8.GetString(sheet.Item1));

    [Fact]
    public void A_row_with_something_unusual_does_not_keep_others_from_being_scanned()
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\n<row r=\"2\"><c r=\"A2\"><!--c--><v>2</v></c></row><!--d--><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>"
            + "<row r=\"4\"/><row r=\"5\" a:h=\"1\"><c r=\"A5\" t=\"inlineStr\"><is><t>é</t></is></c></row>";
        var xml = Encoding.UTF8.GetBytes($"<w xmlns=\"m\" xmlns:a=\"n\"><sheetData>{Rows}</sheetData></w>");

        var (rows, scanned) = Read(xml, scans: true);

        Assert.Equal(["1 A1=1", "2 A2=2", "3 A3=3", "4", "5 A5='é'", "False"], rows);
        Assert.Equal(3, scanned);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64 * 1024)]
    public void Rows_longer_than_the_buffer_are_read(int bufferBytes)
    {
        var cells = string.Concat(Enumerable.Range(0, 3).Select(row => $"<row>{string.Concat(Enumerable.Range(0, 16_000).Select(column => $"<c t=\"str\"><v>{row} {column} &lt; {new string('ü', 40)}</v></c>"))}</row>"));
        var xml = Encoding.UTF8.GetBytes($"<w><sheetData>{cells}</sheetData></w>");

        Assert.Equal(Read(xml, scans: false).Rows, Read(xml, scans: true, bufferBytes, 1000).Rows);
    }

    private static (List<string> Rows, int Scanned) Read(byte[] xml, bool scans, int bufferBytes = 1024, int bytesAtOnce = int.MaxValue)
    {
        using var texts = XmlReader.Create(new StringReader("<sst><si><t>zero</t></si><si><t>one</t></si></sst>"));
        var limits = new ParseLimits();
        var values = new CellValues(SharedStrings.Read(texts, limits), CellFormats.Read(null), since1904: false);
        var rows = new List<string>();
        var scanned = 0;
        try
        {
            using var reader = new SheetReader(new SheetStream(new SlowStream(xml, bytesAtOnce), bufferBytes), values, new SheetTail(), limits, scans);
            var row = new SheetRow();
            while (reader.Read(row))
            {
                rows.Add(string.Join(' ', row.Cells.Select(cell => $"{new CellReference(row.Number, cell.Column)}={(cell.IsText ? $"'{cell.Text}'" : cell.Text)}").Prepend($"{row.Number}")));
                scanned = reader.ScannedRows;
            }

            rows.Add(reader.LacksResults.ToString());
        }
        catch (Exception exception) when (exception is XmlException or UnreadableException)
        {
            rows.Add(exception is UnreadableException ? exception.Message : nameof(XmlException));
        }

        return (rows, scanned);
    }

    private sealed class SlowStream(byte[] bytes, int bytesAtOnce) : ForwardStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, bytesAtOnce), bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
