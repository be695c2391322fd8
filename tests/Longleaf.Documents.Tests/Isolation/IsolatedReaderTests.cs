using CsCheck;
using Longleaf.Documents.Tests.Formats;

namespace Longleaf.Documents.Tests.Isolation;

public sealed class IsolatedReaderTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Fact]
    public async Task The_cage_is_complete_where_tests_run()
    {
        var report = await fixture.Real.StartAsync(TestContext.Current.CancellationToken);

        Assert.True(report.IsComplete, string.Join(" ", report.Missing));
    }

    [Fact]
    public async Task A_zip_bomb_is_too_large()
    {
        var paragraph = "<w:p><w:r><w:t>" + new string('A', 1000) + "</w:t></w:r></w:p>";
        var path = fixture.Write(".docx", DocxBuilder.OfBody(string.Concat(Enumerable.Repeat(paragraph, 30_000))));

        Assert.Equal(DocumentFailureCode.TooLarge, (await fixture.Real.ReadAllAsync(path)).Failure);
    }

    [Fact]
    public async Task A_file_of_zeroes_is_blank()
    {
        foreach (var name in (string[])["zeroes.txt", "zeroes.json", "zeroes.csv"])
        {
            Assert.Equal(DocumentFailureCode.Blank, (await fixture.Real.ReadAllAsync(fixture.Write(name, new byte[100_000]))).Failure);
        }
    }

    [Fact]
    public async Task Content_decides_and_not_the_name()
    {
        var docx = fixture.Write(".txt", DocxBuilder.OfBody("<w:p><w:r><w:t>word</w:t></w:r></w:p>"));
        var png = fixture.Write(".pdf", File.ReadAllBytes(Corpus.File("png", "testOCR_spacing.png")));
        var tiff = fixture.Write(".png", [.. "II*\0"u8, 8, 0, 0, 0, 0, 0]);

        Assert.Equal(DocumentFormat.Docx, (await fixture.Real.ReadAllAsync(docx)).Info.Format);
        Assert.Equal(DocumentFormat.Png, (await fixture.Real.ReadAllAsync(png)).Info.Format);
        Assert.Equal(DocumentFailureCode.UnsupportedFormat, (await fixture.Real.ReadAllAsync(tiff)).Failure);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_the_machines_failure() =>
        await Assert.ThrowsAnyAsync<IOException>(() => fixture.Real.ReadAllAsync(Path.Combine(fixture.Folder, "missing.txt")));

    [Fact]
    public async Task Names_of_any_kind_are_only_hints()
    {
        var path = fixture.Write(".txt", "text"u8.ToArray());
        foreach (var name in (string[])["../../etc/passwd", "a\"b'c$(d).txt", new string('x', 3000) + ".txt", "文件.txt", "", "\n.txt"])
        {
            Assert.Equal("text", (await fixture.Real.ReadAllAsync(path, name)).Text);
        }
    }

    [Fact]
    public async Task Encrypted_PDFs_are_told_as_such()
    {
        var encrypted = Corpus.Files("pdf").Where(file => Path.GetFileName(file.FullPath).Contains("password", StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(file.FullPath).Contains("encrypt", StringComparison.OrdinalIgnoreCase)).Take(12).ToList();
        var ends = new List<Parsed>();
        foreach (var file in encrypted)
        {
            ends.Add(await fixture.Real.ReadAllAsync(file.FullPath));
        }

        Assert.Contains(ends, end => end.Failure == DocumentFailureCode.PasswordProtected);
        Assert.DoesNotContain(ends, end => end.Failure is DocumentFailureCode.TimedOut);
    }

    [Fact]
    public async Task Damaged_PDFs_never_do_more_than_fail()
    {
        var bytes = File.ReadAllBytes(Corpus.Files("pdf").First(file => file.FullPath.EndsWith("multi_page.pdf", StringComparison.Ordinal)).FullPath);
        await Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 200].SampleAsync(
            async changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = value;
                }

                BlockRules.Check((await fixture.Real.ReadAllAsync(fixture.Write(".pdf", damaged))).Blocks);
            },
            iter: 12,
            threads: 2);
    }
}
