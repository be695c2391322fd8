using System.IO.Compression;
using System.Text;

namespace Longleaf.Bench.Samples;

/// <summary>
/// The small documents that a reader process reads while it waits for its first (src/Longleaf.Documents.Host/Samples): between them they hold
/// what documents of each format are mostly made of, so that its code is compiled, loaded and bound before it is needed.
/// </summary>
internal static class ReaderSamples
{
    // Letters with accents, combining ones, ideographs, Hebrew: what goes through the tables of Unicode.
    private const string Prose = "The lighthouse keeper\u2019s caf\u00E9 stood \u2013 as it had \u201Calways\u201D stood \u2013 by the cliff. Cafe\u0301, \u706F\u53F0, \u05DE\u05D2\u05D3\u05DC\u05D5\u05E8.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + Office + "\"";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes them all into a folder.</summary>
    public static void Write(string folder)
    {
        void Save(string format, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, $"sample.{format}"), bytes);
        Save("txt", Utf8($"Chapter One\n\n{Prose}\n\n{Prose} {Prose}\n"));
        Save("md", Utf8($"---\ntitle: Sample\n---\n# Heading\n\n{Prose}\n\n- item\n  1. inner\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | [x](http://e.example) |\n\n```\ncode\n```\n"));
        Save("csv", Utf8("name;count;note\nlamp;3;\"of \"\"glass\"\"\"\nrope;12;\ncaf\u00E9;1;x\n"));
        Save("json", Utf8("{\"name\": \"Sample\", \"items\": [1, 2.5, true, null, {\"note\": \"caf\\u00E9\"}], \"text\": \"\u706F\u53F0\"}\n"));
        Save("docx", Docx());
        Save("xlsx", Xlsx());
        Save("epub", Epub());
        Save("mobi", MobiSample.Build($"<html><body><h1>Sample</h1><p>{Prose}</p><mbp:pagebreak/><ul><li>one<li>two</ul><table><tr><td>1<td>2</table></body></html>"));
        Save("pdf", PdfSample.Build());
    }

    private static byte[] Docx() => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", Relations(("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml"))),
        ("docProps/core.xml", "<p xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Sample</dc:title><dc:creator>Longleaf</dc:creator></p>"),
        ("word/_rels/document.xml.rels", Relations(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"), ("header", "header1.xml"), ("comments", "comments.xml"))
            .Replace("</Relationships>", $"<Relationship Id=\"link\" Type=\"{Office}/hyperlink\" Target=\"http://e.example/\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal)),
        ("word/styles.xml", $"<w:styles {Word}><w:docDefaults/><w:style w:type=\"paragraph\" w:styleId=\"Normal\" w:default=\"1\"><w:name w:val=\"Normal\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>"),
        ("word/numbering.xml", $"<w:numbering {Word}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\">"
            + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"&#xF0B7;\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"),
        ("word/footnotes.xml", $"<w:footnotes {Word}><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
        ("word/comments.xml", $"<w:comments {Word}><w:comment w:id=\"0\" w:author=\"A\"><w:p><w:r><w:t>A comment.</w:t></w:r></w:p></w:comment></w:comments>"),
        ("word/header1.xml", $"<w:hdr {Word}><w:p><w:r><w:t>Letterhead</w:t></w:r></w:p></w:hdr>"),
        ("word/document.xml", $"<w:document {Word}><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>"
            + $"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{Prose} </w:t></w:r><w:hyperlink r:id=\"link\"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + "<w:r><w:commentReference w:id=\"0\"/></w:r><w:ins w:id=\"1\"><w:r><w:t>new</w:t><w:tab/><w:br/></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
            + Item(1, 0) + Item(1, 1) + Item(1, 0) + Item(2, 0)
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + $"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{Row("a", "b")}{Row("1", "2")}</w:tbl><w:sdt><w:sdtContent><w:p><w:r><w:t>Content.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr/></w:body></w:document>"));

    private static string Item(int list, int level) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>";

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc><w:tcPr/><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>";

    private static byte[] Xlsx() => Zip(
        ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Sample\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Sheet}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;$&quot;#,##0.00;[Red]-0.0\"/><numFmt numFmtId=\"165\" formatCode=\"d mmm yyyy hh:mm\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheet}\"><si><t>{Prose}</t></si><si><r><t>rich </t></r><r><t>text</t></r></si></sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\" xmlns:r=\"{Office}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>sum</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>12</v></c><c r=\"B2\" s=\"1\"><v>40000</v></c><c r=\"C2\" s=\"2\"><v>0.125</v></c><c r=\"D2\" s=\"3\"><v>-1234.5</v></c><c r=\"E2\" s=\"4\"><v>40000.25</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><f>A2*2.5</f><v>31.25</v></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\" t=\"str\"><v>text</v></c><c r=\"D3\" s=\"5\"><v>1234567.891</v></c><c r=\"E3\" t=\"e\"><v>#N/A</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells><hyperlinks><hyperlink ref=\"C1\" r:id=\"r0\"/></hyperlinks><headerFooter><oddHeader>&amp;CReport</oddHeader></headerFooter></worksheet>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", Relations(("hyperlink", "http://e.example/"))));

    private static byte[] Epub() => Zip(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"),
        ("OPS/book.opf", "<?xml version=\"1.0\"?><package version=\"3.0\"><metadata><dc:title>Sample</dc:title><dc:creator>Longleaf</dc:creator></metadata><manifest>"
            + "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>"
            + "<item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"),
        ("OPS/nav.xhtml", "<html><body><nav epub:type=\"toc\"><ol><li><a href=\"a.xhtml\">One</a></li><li><a href=\"b.xhtml#b\">Two</a></li></ol></nav></body></html>"),
        ("OPS/a.xhtml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html><html><head><title>x</title><style>p {{ }}</style></head><body class=\"c\"><h1>One</h1><p id=\"p\">{Prose} &mdash; <i>it</i> <b>b</b> "
            + "<sup><a href=\"b.xhtml#n\">1</a></sup> <a href=\"http://e.example\">link</a><br/><code>c</code> <img src=\"x.png\" alt=\"a tower\"/></p>"
            + "<ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul><blockquote><p>quote</p></blockquote><pre>a\nb</pre><dl><dt>t</dt><dd>d</dd></dl></body></html>"),
        ("OPS/b.xhtml", $"<html><body><section><p id=\"b\">{string.Concat(Enumerable.Repeat($"{Prose} ", 12))}</p><table><tr><th>a</th><th>b</th></tr><tr><td rowspan=\"2\">1</td><td>2</td></tr><tr><td>3</td></tr></table>"
            + "<aside epub:type=\"footnote\" id=\"n\"><p>1. note</p></aside></section></body></html>"));

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"<Relationships>{string.Concat(relations.Select((relation, index) => $"<Relationship Id=\"r{index}\" Type=\"{Office}/{relation.Type}\" Target=\"{relation.Target}\"{(relation.Target.Contains("://", StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>";

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Utf8(content));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
