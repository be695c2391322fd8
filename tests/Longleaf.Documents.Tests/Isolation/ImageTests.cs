using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Tests.Formats;
using SkiaSharp;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Pictures through the real reader, and the text in them through the real tools.</summary>
public sealed class ImageTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Sentence = "This file contains some words.";

    [Theory]
    [InlineData("png", "testOCR_spacing.png", "The quick brown fox")]
    [InlineData("jpg", "testOCR.jpg", "Apache Tika OCR Testing")]
    [InlineData("gif", "SampleImageGif89a.gif", "GIF89a")]
    [InlineData("bmp", "SampleImageBmpWin4bit.bmp", "WIN4")]
    public async Task Text_in_pictures_of_every_format_is_read(string format, string name, string text) =>
        Assert.Contains(text, (await fixture.Real.ReadAllAsync(Corpus.File(format, name))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_page_as_screens_show_it_is_read_well()
    {
        var file = Corpus.Files("jpg").Single(file => file.FullPath.EndsWith("layout-parser-paper-with-table.jpg", StringComparison.Ordinal));

        var (words, _) = TextScore.Of((await fixture.Real.ReadAllAsync(file.FullPath)).Text, Corpus.TruthOf(file, ".md")!);

        Assert.True(words >= 90, $"{words}");
    }

    [Fact]
    public async Task Chinese_is_read_without_blanks_between_ideographs()
    {
        var text = (await fixture.Real.ReadAllAsync(Corpus.File("jpg", "chi_sim_image.jpeg"))).Text;

        Assert.Contains("改善肌肤", text, StringComparison.Ordinal);
        Assert.Contains("适用人群", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("turned")]
    [InlineData("transparent")]
    [InlineData("1-bit")]
    public async Task Pictures_look_as_people_see_them(string kind)
    {
        using var picture = PictureBuilder.Load(Corpus.File("png", "__testOCR.png"));
        var path = fixture.Write(".image", kind switch
        {
            "turned" => PictureBuilder.TurnedJpeg(picture),
            "transparent" => PictureBuilder.TransparentPng(picture),
            _ => PictureBuilder.OneBitBmp(picture),
        });

        Assert.Contains(Sentence, (await fixture.Real.ReadAllAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frames_that_differ_are_read_and_each_text_once()
    {
        using var text = PictureBuilder.Load(Corpus.File("png", "testOCR_spacing.png"));
        using var empty = new SKBitmap(text.Width, text.Height);
        empty.Erase(SKColors.White);

        var parsed = await fixture.Real.ReadAllAsync(fixture.Write(".gif", PictureBuilder.Gif(empty, text, empty, text)));

        Assert.Equal(DocumentFormat.Gif, parsed.Info.Format);
        Assert.Equal("The quick brown fox", Assert.Single(parsed.Blocks).Text);
    }

    [Fact]
    public async Task Pictures_in_a_Word_document_are_read_where_they_stand()
    {
        var docx = DocxBuilder.Build((main, body) =>
        {
            var image = main.AddImagePart(ImagePartType.Png, "rId77");
            using var png = File.OpenRead(Corpus.File("png", "testOCR_spacing.png"));
            image.FeedData(png);
            var picture = new Paragraph
            {
                InnerXml = $"<w:r {DocxBuilder.Namespaces}><w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" r:embed=\"rId77\"/></w:drawing></w:r>",
            };
            // What follows waits for the picture, and is counted as if it did not: lists go on in and after a table.
            DocxBuilder.AddNumbering(main);
            var row = new TableRow(new TableCell(DocxBuilder.Text("in a cell", numbering: 1)), new TableCell(DocxBuilder.Text("cell")));
            body.Append(DocxBuilder.Text("Before."), picture, DocxBuilder.Text("one", numbering: 1), new Table(row), DocxBuilder.Text("three", numbering: 1));
        });

        var path = fixture.Write(".docx", docx);
        string[] after = ["1. one", "| 2. in a cell | cell |\n| --- | --- |", "3. three"];
        Assert.Equal(["Before.", "The quick brown fox", .. after], (await fixture.Real.ReadAllAsync(path)).Blocks.Select(block => block.Text));
        var without = fixture.Create(new IsolationOptions { MaxEmbeddedPictures = 0 });
        Assert.Equal(["Before.", .. after], (await without.ReadAllAsync(path)).Blocks.Select(block => block.Text));
    }

    [Theory]
    [InlineData("jpg", "lena_std.jpg")]
    [InlineData("png", "Tests__images__effect_mandelbrot.png")]
    [InlineData("png", "imagedraw_ellipse_various_sizes_filled.png")]
    [InlineData("gif", "Tests__images__hopper.gif")]
    public async Task Pictures_without_text_are_blank(string format, string name) =>
        Assert.Equal(DocumentFailureCode.Blank, (await fixture.Real.ReadAllAsync(Corpus.File(format, name))).Failure);

    [Fact]
    public async Task Pictures_too_large_to_decode_are_told_by_their_header()
    {
        var bomb = PictureBuilder.PngThatClaims(60_000, 60_000);

        var (png, gif) = (await fixture.Real.ReadAllAsync(fixture.Write(".png", bomb)), await fixture.Real.ReadAllAsync(Corpus.File("gif", "decompression_bomb.gif")));

        Assert.Equal((DocumentFailureCode.TooLarge, DocumentFailureCode.TooLarge), (png.Failure, gif.Failure));
        Assert.Contains("100 million pixels", ((ReaderEvent.Failed)png.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_of_more_than_20_MB_are_too_large()
    {
        var image = File.ReadAllBytes(Corpus.File("jpg", "testOCR.jpg"));
        Array.Resize(ref image, (20 << 20) + 1);

        Assert.Equal(DocumentFailureCode.TooLarge, (await fixture.Real.ReadAllAsync(fixture.Write(".jpg", image))).Failure);
    }

    [Fact]
    public async Task Pictures_cut_off_anywhere_do_no_more_than_fail()
    {
        var whole = File.ReadAllBytes(Corpus.File("png", "testOCR_spacing.png"));
        foreach (var length in (int[])[9, 40, 200, whole.Length / 2, whole.Length - 5])
        {
            var parsed = await fixture.Real.ReadAllAsync(fixture.Write(".png", whole[..length]));

            BlockRules.Check(parsed.Blocks);
            Assert.True(parsed.End is ReaderEvent.Completed || parsed.Failure is DocumentFailureCode.Malformed or DocumentFailureCode.Blank, $"{parsed.End}");
        }
    }

    [Fact]
    public async Task Without_the_tool_images_end_with_what_is_missing()
    {
        var reader = fixture.Create(new IsolationOptions { OcrLanguages = "xxx" });

        var failed = (ReaderEvent.Failed)(await reader.ReadAllAsync(Corpus.File("png", "testOCR_spacing.png"))).End;

        Assert.Contains("tesseract", failed.Failure.Reason, StringComparison.Ordinal);
        Assert.Contains("Isolation:OcrLanguages", string.Join(' ', (await reader.StartAsync(TestContext.Current.CancellationToken)).Missing), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usr/bin/false", DocumentFailureCode.ReaderDied)]
    [InlineData("/usr/bin/yes", DocumentFailureCode.ReaderDied)]
    [InlineData("/usr/bin/bash", DocumentFailureCode.TimedOut)]
    public async Task A_tool_that_dies_floods_or_hangs_costs_its_picture(string program, DocumentFailureCode code)
    {
        var reader = fixture.Create(new IsolationOptions { RecognitionSeconds = 2 }, new RecognitionPrograms(program, "/usr/bin/pdftoppm", "eng", FindsTurn: true));
        using var picture = new SKBitmap(2000, 2000);
        picture.Erase(SKColors.White);
        using var canvas = new SKCanvas(picture);
        using var ink = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(500, 1000, 100, 24, ink);
        canvas.Flush();

        // The shell takes the picture's pixels for what it shall do, and the first do nothing but sleep.
        var parsed = await reader.ReadAllAsync(fixture.Write(".png", PictureBuilder.Png(program.EndsWith("bash", StringComparison.Ordinal) ? Command(picture) : picture)));

        Assert.Equal(code, parsed.Failure);
        Assert.Equal("text", (await reader.ReadAllAsync(fixture.Write(".txt", "text"u8.ToArray()))).Text);
    }

    private static SKBitmap Command(SKBitmap picture)
    {
        const string command = "sleep 100;exit;\n";
        for (var x = 0; x < command.Length; x++)
        {
            picture.SetPixel(x, 0, new SKColor((byte)command[x], (byte)command[x], (byte)command[x]));
        }

        return picture;
    }
}
