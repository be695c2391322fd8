namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Real documents through real reader processes: each ends as text or as a clear failure.</summary>
public sealed class CorpusTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Theory]
    [InlineData("txt", 12, 11)]
    [InlineData("csv", 10, 9)]
    [InlineData("json", 10, 2)]
    [InlineData("md", 5, 5)]
    [InlineData("docx", 40, 30)]
    [InlineData("xlsx", 60, 40)]
    [InlineData("epub", 200, 105)]
    [InlineData("mobi", 50, 16)]
    [InlineData("pdf", 50, 20)]
    [InlineData("png", 8, 0)]
    [InlineData("jpg", 8, 0)]
    [InlineData("gif", 5, 0)]
    [InlineData("bmp", 5, 0)]
    public async Task Documents_end_as_text_or_as_a_clear_failure(string format, int count, int least)
    {
        var files = Corpus.Sample(format, count);
        var read = 0;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) =>
        {
            var parsed = await fixture.Real.ReadAllAsync(file.FullPath);
            BlockRules.Check(parsed.Blocks);
            if (parsed.End is ReaderEvent.Failed { Failure: var failure })
            {
                Assert.EndsWith(".", failure.Reason, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", failure.Reason, StringComparison.Ordinal);
            }
            else
            {
                Interlocked.Increment(ref read);
                Assert.NotEmpty(parsed.Blocks);
            }
        });
        Assert.True(read >= Math.Min(least, files.Count), $"{read} of {files.Count}");
    }

    [Fact]
    public async Task PDFs_read_as_their_projects_expect()
    {
        var files = Corpus.Files("pdf")
            .Select(file => (File: file, Truth: Corpus.TruthOf(file, ".md")))
            .Where(entry => entry.Truth is not null && !entry.File.FullPath.Contains("ocr", StringComparison.OrdinalIgnoreCase));
        var scores = new List<(double Words, double Triples, string File)>();
        foreach (var (file, truth) in files)
        {
            var (words, triples) = TextScore.Of((await fixture.Real.ReadAllAsync(file.FullPath)).Text, truth!);
            scores.Add((words, triples, Path.GetFileName(file.FullPath)));
        }

        Assert.True(
            scores.Count >= 8 && scores.Average(score => score.Words) >= 93 && scores.Average(score => score.Triples) >= 83,
            string.Join('\n', scores.OrderBy(score => score.Words)));
    }

    [Theory]
    [InlineData("REDHAT-1531897-0.pdf")]
    [InlineData("issue19800.pdf")]
    public async Task PDFs_that_kill_a_reader_cost_themselves_alone(string name)
    {
        foreach (var file in Corpus.Files("pdf").Where(file => file.FullPath.EndsWith(name, StringComparison.Ordinal)))
        {
            var parsed = await fixture.Real.ReadAllAsync(file.FullPath);
            BlockRules.Check(parsed.Blocks);
        }

        Assert.Null((await fixture.Real.ReadAllAsync(fixture.Write(".txt", "good"u8.ToArray()))).Failure);
    }
}
