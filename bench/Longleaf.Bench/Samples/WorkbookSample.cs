using System.Globalization;
using System.IO.Compression;

namespace Longleaf.Bench.Samples;

/// <summary>A workbook as a business system exports it: one sheet of numbers, dates, amounts, shared texts, flags and formulas.</summary>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Columns">Columns.</param>
internal sealed record WorkbookSample(int Rows, int Columns)
{
    private const int SharedTexts = 50_000;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>What it is called in tables.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} × {Columns}");

    /// <summary>Writes it, row by row.</summary>
    public void Write(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", writer => writer.Write(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{ContentType}.worksheet+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentType}.styles+xml\"/>"
            + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{ContentType}.sharedStrings+xml\"/></Types>"));
        Part(zip, "_rels/.rels", writer => writer.Write(
            $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{OfficeRelations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        Part(zip, "xl/workbook.xml", writer => writer.Write(
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{OfficeRelations}\"><sheets><sheet name=\"Ledger\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        Part(zip, "xl/_rels/workbook.xml.rels", writer => writer.Write(
            $"<Relationships xmlns=\"{Relations}\">"
            + $"<Relationship Id=\"rId1\" Type=\"{OfficeRelations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{OfficeRelations}/styles\" Target=\"styles.xml\"/>"
            + $"<Relationship Id=\"rId3\" Type=\"{OfficeRelations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        Part(zip, "xl/worksheets/sheet1.xml", WriteSheet);
        Part(zip, "xl/styles.xml", writer => writer.Write(
            $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"4\" applyNumberFormat=\"1\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"));
        Part(zip, "xl/sharedStrings.xml", writer =>
        {
            writer.Write($"<sst xmlns=\"{Main}\" uniqueCount=\"{SharedTexts}\">");
            for (var index = 0; index < SharedTexts; index++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<si><t>Keeper {index} of the lighthouse at Skerryvore</t></si>"));
            }

            writer.Write("</sst>");
        });
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        write(writer);
    }

    private void WriteSheet(StreamWriter writer)
    {
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">");
        for (var column = 0; column < Columns; column++)
        {
            writer.Write($"<c r=\"{(char)('A' + column)}1\" t=\"inlineStr\"><is><t>Column {column}</t></is></c>");
        }

        writer.Write("</row>");
        for (var row = 2; row <= Rows + 1; row++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">"));
            for (var column = 0; column < Columns; column++)
            {
                WriteCell(writer, row, column);
            }

            writer.Write("</row>");
        }

        writer.Write("</sheetData></worksheet>");
    }

    private static void WriteCell(StreamWriter writer, int row, int column)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\"");
        writer.Write(at);
        writer.Write((column % 8) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"><v>{row}</v></c>"),
            1 => string.Create(CultureInfo.InvariantCulture, $" t=\"s\"><v>{(row * 7919L) % SharedTexts}</v></c>"),
            2 => string.Create(CultureInfo.InvariantCulture, $" s=\"1\"><v>{36_526 + (row % 9_000)}</v></c>"),
            3 => string.Create(CultureInfo.InvariantCulture, $" s=\"2\"><v>{(row * 37L) % 10_000_000 / 100.0}</v></c>"),
            4 => string.Create(CultureInfo.InvariantCulture, $" s=\"3\"><v>{row % 1_000 / 1_000.0}</v></c>"),
            5 => string.Create(CultureInfo.InvariantCulture, $" t=\"b\"><v>{row % 2}</v></c>"),
            6 => string.Create(CultureInfo.InvariantCulture, $"><f>A{row}*2</f><v>{row * 2L}</v></c>"),
            _ => string.Create(CultureInfo.InvariantCulture, $" t=\"str\"><v>Order {row} shipped</v></c>"),
        });
    }
}
