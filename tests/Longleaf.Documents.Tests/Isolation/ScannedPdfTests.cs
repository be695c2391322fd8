using System.Diagnostics;
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
    public async Task Pages_past_the_most_that_are_recognised_are_named()
    {
        var reader = fixture.Create(new IsolationOptions { MaxRecognizedPages = 1 });
        var pdf = new PdfBuilder().Scan(Jpeg).Text("The second page holds letters, as pages do.").Scan(Jpeg).Scan(Jpeg).Build();

        var parsed = await reader.ReadAllAsync(fixture.Write(".pdf", pdf));

        Assert.Equal([1, 2], parsed.Blocks.Select(block => block.Location.Page!.Value));
        Assert.Equal("Only the first 1 scanned pages were recognised (Isolation:MaxRecognizedPages); left out: 3-4.", Assert.Single(parsed.Info.Warnings));
    }

    [Fact]
    public async Task Where_no_page_may_be_recognised_a_scan_says_so()
    {
        var reader = fixture.Create(new IsolationOptions { MaxRecognizedPages = 0 });

        var failed = (ReaderEvent.Failed)(await reader.ReadAllAsync(fixture.Write(".pdf", new PdfBuilder().Scan(Jpeg).Build()))).End;

        Assert.Equal(DocumentFailureCode.UnsupportedFormat, failed.Failure.Code);
        Assert.Contains("Isolation:MaxRecognizedPages", failed.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_takes_forever_to_draw_costs_its_seconds()
    {
        var reader = fixture.Create(new IsolationOptions { PageSeconds = 2 });
        var pdf = new PdfBuilder().Text("The first page holds letters, as pages do.").EndlessScan().Build();

        var parsed = await reader.ReadAllAsync(fixture.Write(".pdf", pdf));

        Assert.Equal("The first page holds letters, as pages do.", Assert.Single(parsed.Blocks).Text);
        Assert.Equal("1 of the 1 scanned pages took too long to draw or recognise and were left out: 2.", Assert.Single(parsed.Info.Warnings));
    }

    [Fact]
    public async Task Content_packed_many_times_over_is_refused_before_it_is_unpacked()
    {
        var hostile = Corpus.Files("pdf").Single(file => file.FullPath.EndsWith("GHOSTSCRIPT-691770-0.pdf", StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();

        var parsed = await fixture.Real.ReadAllAsync(hostile.FullPath);

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("jpx", 60_000, 60_000)]
    [InlineData("jpx", uint.MaxValue, uint.MaxValue)]
    [InlineData("jbig2", 400_000, 400_000)]
    [InlineData("jbig2", uint.MaxValue, uint.MaxValue)]
    public async Task Pictures_within_pages_that_claim_billions_of_pixels_cost_their_page(string kind, uint width, uint height)
    {
        var bomb = new PdfBuilder().Text("The first page holds letters, as pages do.");
        _ = kind == "jpx" ? bomb.JpxThatClaims(width, height) : bomb.Jbig2ThatClaims(width, height);
        var clock = Stopwatch.StartNew();

        var parsed = await fixture.Real.ReadAllAsync(fixture.Write(".pdf", bomb.Build()));

        Assert.Equal("The first page holds letters, as pages do.", Assert.Single(parsed.Blocks).Text);
        Assert.IsType<ReaderEvent.Completed>(parsed.End);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
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
