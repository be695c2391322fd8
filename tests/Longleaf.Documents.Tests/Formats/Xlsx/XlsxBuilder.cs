using System.Text;

namespace Longleaf.Documents.Tests.Formats.Xlsx;

/// <summary>Writes workbooks by hand: sheets of XML with what stands around them.</summary>
internal sealed class XlsxBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Content)> _parts = [];
    private readonly StringBuilder _sheets = new();
    private readonly StringBuilder _relationships = new();
    private int _count;

    public string Properties { get; init; } = "";

    /// <summary>Adds a sheet: the rows, what follows them, and the relationships of its part.</summary>
    public XlsxBuilder Sheet(string name, string rows, string tail = "", string relationships = "", string state = "visible")
    {
        _count++;
        _sheets.Append($"<sheet name=\"{name}\" sheetId=\"{_count}\" state=\"{state}\" r:id=\"s{_count}\"/>");
        _relationships.Append($"<Relationship Id=\"s{_count}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{_count}.xml\"/>");
        _parts.Add(($"xl/worksheets/sheet{_count}.xml", $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheetData>{rows}</sheetData>{tail}</worksheet>"));
        _parts.Add(($"xl/worksheets/_rels/sheet{_count}.xml.rels", $"<Relationships>{relationships}</Relationships>"));
        return this;
    }

    /// <summary>Adds a part that the workbook relates to.</summary>
    public XlsxBuilder Part(string type, string path, string content)
    {
        _relationships.Append($"<Relationship Id=\"p{_parts.Count}\" Type=\"{Relationships}/{type}\" Target=\"/{path}\"/>");
        return File(path, content);
    }

    /// <summary>Adds a part.</summary>
    public XlsxBuilder File(string path, string content)
    {
        _parts.Add((path, content));
        return this;
    }

    /// <summary>Adds styles: one for each format code.</summary>
    public XlsxBuilder Formats(params string[] codes)
    {
        var formats = codes.Select((code, index) => $"<numFmt numFmtId=\"{200 + index}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>");
        var styles = codes.Select((_, index) => $"<xf numFmtId=\"{200 + index}\"/>");
        return Part("styles", "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats)}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(styles)}</cellXfs></styleSheet>");
    }

    public XlsxBuilder Strings(string items) => Part("sharedStrings", "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{items}</sst>");

    public byte[] Build() => DocxBuilder.Zip(
    [
        ("_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\">{Properties}<sheets>{_sheets}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships>{_relationships}</Relationships>"),
        .. _parts,
    ]);

    /// <summary>A row of inline texts, from column A on; nothing for an empty one.</summary>
    public static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, index) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + index)}{number}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>"))}</row>";

    /// <summary>A cell with a value as it stands in the file.</summary>
    public static string Cell(string reference, string value, int style = 0, string? type = null) =>
        $"<c r=\"{reference}\" s=\"{style}\"{(type is null ? "" : $" t=\"{type}\"")}><v>{value}</v></c>";
}
