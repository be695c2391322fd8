using System.IO.Compression;
using System.Security;

namespace Longleaf.Bench.Samples;

/// <summary>Word documents to measure with.</summary>
internal static class WordSamples
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const int ParagraphsPerTable = 40;

    /// <summary>Three novels with a heading for each chapter, and a table now and then; runs are cut as Word cuts them.</summary>
    public static void WriteNovels(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", writer => writer.Write(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/word/document.xml\" ContentType=\"{ContentType}.document.main+xml\"/>"
            + $"<Override PartName=\"/word/styles.xml\" ContentType=\"{ContentType}.styles+xml\"/></Types>"));
        Part(zip, "_rels/.rels", writer => writer.Write(
            $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{OfficeRelations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        Part(zip, "word/_rels/document.xml.rels", writer => writer.Write(
            $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{OfficeRelations}/styles\" Target=\"styles.xml\"/></Relationships>"));
        Part(zip, "word/styles.xml", writer => writer.Write(
            $"<w:styles xmlns:w=\"{Main}\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/></w:style></w:styles>"));
        Part(zip, "word/document.xml", WriteBody);
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        write(writer);
    }

    private static void WriteBody(StreamWriter writer)
    {
        writer.Write($"<w:document xmlns:w=\"{Main}\"><w:body>");
        foreach (var (_, novel) in BenchData.Haystack("haystack-en").OrderByDescending(text => text.Text.Length).Take(3))
        {
            var count = 0;
            foreach (var paragraph in novel.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var isHeading = paragraph.Length < 60 && paragraph.StartsWith("CHAPTER", StringComparison.OrdinalIgnoreCase);
                WriteParagraph(writer, paragraph.Replace('\n', ' '), isHeading ? "Heading1" : "BodyText");
                if (++count % ParagraphsPerTable == 0)
                {
                    WriteTable(writer, paragraph.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }

        writer.Write("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
    }

    private static void WriteParagraph(StreamWriter writer, string text, string style)
    {
        writer.Write($"<w:p w:rsidR=\"00A77427\" w:rsidRDefault=\"007F1D13\"><w:pPr><w:pStyle w:val=\"{style}\"/><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:pPr>");
        const int RunLength = 120;
        for (var start = 0; start < text.Length; start += RunLength)
        {
            var run = text.Substring(start, Math.Min(RunLength, text.Length - start));
            writer.Write($"<w:r w:rsidRPr=\"00A77427\"><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(run)}</w:t></w:r>");
        }

        writer.Write("</w:p>");
    }

    private static void WriteTable(StreamWriter writer, string[] words)
    {
        writer.Write("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>");
        for (var row = 0; row < 6; row++)
        {
            writer.Write("<w:tr w:rsidR=\"00A77427\">");
            for (var column = 0; column < 3; column++)
            {
                writer.Write("<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>");
                WriteParagraph(writer, words[((row * 3) + column) % words.Length], "BodyText");
                writer.Write("</w:tc>");
            }

            writer.Write("</w:tr>");
        }

        writer.Write("</w:tbl>");
    }
}
