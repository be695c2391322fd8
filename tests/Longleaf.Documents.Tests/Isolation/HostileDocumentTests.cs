using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Longleaf.Documents.Tests.Formats;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Documents made to do harm: each ends as text or as a sentence, within the limits of its reader.</summary>
public sealed class HostileDocumentTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Word = "<w:p><w:r><w:t>word</w:t></w:r></w:p>";
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task Every_hostile_file_of_the_corpus_ends_as_text_or_as_a_sentence()
    {
        string[] formats = ["bmp", "docx", "gif", "jpg", "pdf", "png", "xlsx"];
        var files = formats.SelectMany(Corpus.Files).Where(file => file.Note.Contains("hostile", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 50, $"{files.Count}");
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) => await EndsWellAsync(file.FullPath));
    }

    [Fact]
    public async Task A_zip_within_a_zip_is_not_opened()
    {
        var inner = DocxBuilder.OfBody(string.Concat(Enumerable.Repeat(Word, 1000)));
        var path = fixture.Write(".docx", WithEntry(DocxBuilder.OfBody(Word), "word/embeddings/inner.docx", inner));

        Assert.Equal("word", (await EndsWellAsync(path)).Text);
    }

    [Fact]
    public async Task A_zip_cannot_reach_outside_itself()
    {
        var path = fixture.Write(".docx", WithEntry(DocxBuilder.OfBody(Word), "../../../../etc/cron.d/x", "* * * * * root true"u8.ToArray()));

        Assert.Equal("word", (await EndsWellAsync(path)).Text);
    }

    [Fact]
    public async Task A_symbolic_link_in_a_zip_is_never_followed()
    {
        using var zip = new MemoryStream();
        zip.Write(DocxBuilder.OfBody(Word));
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("word/document.xml")!.Delete();
            var link = archive.CreateEntry("word/document.xml");
            // S_IFLNK, all permissions: what Info-ZIP stores a link as, with its target as content.
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        }

        var parsed = await EndsWellAsync(fixture.Write(".docx", zip.ToArray()));

        Assert.NotNull(parsed.Failure);
        Assert.DoesNotContain("root", parsed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "&c;")]
    [InlineData("<!DOCTYPE w [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>", "&c;")]
    [InlineData("<!DOCTYPE w SYSTEM \"http://localhost/evil.dtd\">", "x")]
    public async Task Document_types_are_refused(string documentType, string text)
    {
        var bytes = DocxBuilder.Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{DocxBuilder.Types}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"{documentType}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"));

        Assert.Equal(DocumentFailureCode.Malformed, (await EndsWellAsync(fixture.Write(".docx", bytes))).Failure);
    }

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:p><w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r></w:p>")]
    public async Task What_is_nested_100_000_deep_is_refused(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 100_000)) + Word + string.Concat(Enumerable.Repeat(close, 100_000));

        var failed = (ReaderEvent.Failed)(await EndsWellAsync(fixture.Write(".docx", DocxBuilder.OfBody(body)))).End;

        Assert.Equal("This document is nested too deep.", failed.Failure.Reason);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public async Task Deep_JSON_ends_at_the_limit_of_depth(char open)
    {
        var text = open == '[' ? new string('[', 1_000_000) : string.Concat(Enumerable.Repeat("{\"a\":", 500_000));

        Assert.NotNull((await EndsWellAsync(fixture.Write(".json", Encoding.UTF8.GetBytes(text)))).Failure);
    }

    [Fact]
    public async Task A_PDF_that_claims_a_million_pages_is_refused()
    {
        var kids = string.Concat(Enumerable.Repeat("3 0 R ", 1_000_000));
        var pdf = $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1000000/Kids[{kids}]>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

        Assert.NotNull((await EndsWellAsync(fixture.Write(".pdf", Encoding.ASCII.GetBytes(pdf)))).Failure);
    }

    [Fact]
    public async Task A_PDF_whose_pages_go_round_in_a_circle_is_refused()
    {
        const string Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

        Assert.NotNull((await EndsWellAsync(fixture.Write(".pdf", Encoding.ASCII.GetBytes(Pdf)))).Failure);
    }

    [Theory]
    [InlineData(65_535, 65_535)]
    [InlineData(1, 2_000_000_000)]
    public async Task Pictures_are_measured_before_they_are_decoded(int width, int height) =>
        Assert.NotNull((await EndsWellAsync(fixture.Write(".png", PictureBuilder.PngThatClaims(width, height)))).Failure);

    [Fact]
    public async Task A_run_without_a_break_of_many_megabytes_takes_linear_time()
    {
        foreach (var unit in (string[])["a", "漢", "e\u0301\u0301\u0301"])
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 2_000_000)));
            Assert.Null((await EndsWellAsync(fixture.Write(".txt", text))).Failure);
        }
    }

    private async Task<Parsed> EndsWellAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        var parsed = await fixture.Real.ReadAllAsync(path, owner: "hostile");
        BlockRules.Check(parsed.Blocks);
        if (parsed.End is ReaderEvent.Failed { Failure: var failure })
        {
            Assert.EndsWith(".", failure.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", failure.Reason, StringComparison.Ordinal);
        }

        Assert.True(clock.Elapsed < Enough, $"{Path.GetFileName(path)}: {clock.Elapsed}");
        return parsed;
    }

    private static byte[] WithEntry(byte[] zip, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
