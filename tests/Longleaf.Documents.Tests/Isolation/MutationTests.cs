using System.Diagnostics;
using Longleaf.Bench.Mutations;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Damaged documents through real reader processes; <c>Longleaf.Bench mutations</c> is the long run of it.</summary>
public sealed class MutationTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const int PerFormat = 12;
    private static readonly string[] Formats = ["txt", "md", "csv", "json", "docx", "xlsx", "pdf", "epub", "mobi"];
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Damaged_documents_end_as_text_or_as_a_sentence()
    {
        var clock = Stopwatch.StartNew();
        var samples = Formats.ToDictionary(
            format => format, format => Corpus.Files(format).Where(file => new FileInfo(file.FullPath).Length is > 0 and < 100_000).ToList());
        var damaged =
            from round in Enumerable.Range(0, PerFormat)
            from format in Formats
            let files = samples[format]
            select (Seed: (round * Formats.Length) + Array.IndexOf(Formats, format), Format: format, File: files[round * 7919 % files.Count], Other: files[round * 104_729 % files.Count]);
        var read = 0;
        await Parallel.ForEachAsync(damaged, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (entry, token) =>
        {
            // On a slow machine fewer rounds, but every format once.
            if (clock.Elapsed > Enough && Volatile.Read(ref read) >= Formats.Length)
            {
                return;
            }

            var bytes = new DocumentMutator(entry.Seed).Mutate(
                await File.ReadAllBytesAsync(entry.File.FullPath, token), await File.ReadAllBytesAsync(entry.Other.FullPath, token));
            var parsed = await fixture.Real.ReadAllAsync(fixture.Write("." + entry.Format, bytes));
            Interlocked.Increment(ref read);
            BlockRules.Check(parsed.Blocks);
            if (parsed.End is ReaderEvent.Failed { Failure: var failure })
            {
                Assert.EndsWith(".", failure.Reason, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", failure.Reason, StringComparison.Ordinal);
                Assert.NotEqual(DocumentFailureCode.ReaderDied, failure.Code);
            }
        });
        Assert.True(read >= Formats.Length, $"{read}");
    }
}
