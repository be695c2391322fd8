using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Tests.Formats;
using Longleaf.Tests;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Scanned pages through the real reader and the real tools.</summary>
public sealed class ScannedPdfTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static byte[] Jpeg => File.ReadAllBytes(Corpus.File("jpg", "__testOCR.jpg"));

    [Theory]
    [InlineData("linn.pdf")]
    [InlineData("skew.pdf")]
    public async Task Scans_are_read_well(string name)
    {
        var truth = File.ReadAllText(TestData.Path("corpus", "_truth/ocrmypdf+OCRmyPDF/tests__resources__linn.txt"));

        var (words, _) = TextScore.Of((await fixture.Real.ReadAllAsync(Corpus.File("pdf", "ocrmypdf+OCRmyPDF/tests__resources__" + name))).Text, truth);

        Assert.True(words >= 96, $"{words}");
    }

    [Theory]
    [InlineData("ocr_test.pdf")]
    [InlineData("ocr_test_rotated_180.pdf")]
    public async Task Pages_are_read_whichever_way_they_lie(string name) =>
        Assert.Contains(
            "Docling bundles PDF document conversion to JSON and Markdown in an easy self contained package",
            (await fixture.Real.ReadAllAsync(Corpus.File("pdf", "sources__" + name))).Text,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_mixed_file_gets_both_in_the_order_of_its_pages()
    {
        var pdf = new PdfBuilder().Text("The first page holds letters, as pages do.").Scan(Jpeg).Text("The third page holds letters again.").Build();

        var parsed = await fixture.Real.ReadAllAsync(fixture.Write(".pdf", pdf));

        Assert.Equal(
            [(1, "The first page holds letters, as pages do."), (2, "Apache Tika OCR Testing"), (3, "The third page holds letters again.")],
            parsed.Blocks.Select(block => (block.Location.Page!.Value, block.Text)));
        Assert.Empty(parsed.Info.Warnings);
    }

    [Fact]
    public async Task Many_pages_come_in_their_order_with_progress()
    {
        var builder = new PdfBuilder();
        for (var page = 0; page < 12; page++)
        {
            _ = page % 3 == 0 ? builder.BrokenScan() : builder.Scan(Jpeg);
        }

        var path = fixture.Write(".pdf", builder.Build());
        var (pages, progress) = (new List<int>(), new List<ReaderEvent.Progress>());
        await foreach (var next in fixture.Real.ReadAsync(path, "scan.pdf", TestContext.Current.CancellationToken))
        {
            if (next is ReaderEvent.Read { Block: var block })
            {
                pages.Add(block.Location.Page!.Value);
            }
            else if (next is ReaderEvent.Progress { Stage: "ocr" } step)
            {
                progress.Add(step);
            }
        }

        Assert.Equal([2, 3, 5, 6, 8, 9, 11, 12], pages);
        Assert.Equal(Enumerable.Range(0, 13).Select(done => new ReaderEvent.Progress("ocr", done, 12, "pages")), progress);
    }

    [Theory]
    [InlineData("/usr/bin/false", "/usr/bin/tesseract")]
    [InlineData("/usr/bin/pdftoppm", "/usr/bin/false")]
    [InlineData("/usr/bin/yes", "/usr/bin/tesseract")]
    public async Task A_tool_that_dies_costs_its_page_and_says_so(string drawer, string tesseract)
    {
        var reader = fixture.Create(new IsolationOptions(), new RecognitionPrograms(tesseract, drawer, "eng", FindsTurn: true));
        var pdf = new PdfBuilder().Text("The first page holds letters, as pages do.").Scan(Jpeg).Build();

        var parsed = await reader.ReadAllAsync(fixture.Write(".pdf", pdf));

        Assert.Equal("The first page holds letters, as pages do.", Assert.Single(parsed.Blocks).Text);
        Assert.Equal("1 of the 1 scanned pages could not be recognised and were left out: 2.", Assert.Single(parsed.Info.Warnings));
    }

    [Fact]
    public async Task Without_the_tools_scans_end_with_what_is_missing()
    {
        var reader = fixture.Create(new IsolationOptions(), new RecognitionPrograms("/usr/bin/tesseract", null, "eng", FindsTurn: true));

        var scan = await reader.ReadAllAsync(fixture.Write(".pdf", new PdfBuilder().Scan(Jpeg).Build()));
        var mixed = await reader.ReadAllAsync(fixture.Write(".pdf", new PdfBuilder().Scan(Jpeg).Text("The second page holds letters.").Build()));

        Assert.Contains("not installed", ((ReaderEvent.Failed)scan.End).Failure.Reason, StringComparison.Ordinal);
        Assert.Contains("not installed", Assert.Single(mixed.Info.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_tools_and_removes_their_folders()
    {
        var reader = fixture.Create(new IsolationOptions { WaitingReaders = 0 });
        await reader.StartAsync(TestContext.Current.CancellationToken);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var next in reader.ReadAsync(Corpus.File("pdf", "tests__resources__cardinal.pdf"), "a.pdf", cancellation.Token))
            {
                if (next is ReaderEvent.Progress { Stage: "ocr" })
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.DoesNotContain(Directory.EnumerateFiles(fixture.ScratchDirectory, RecognitionTool.PictureName, SearchOption.AllDirectories), _ => true);
    }
}
