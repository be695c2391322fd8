using System.Text;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Tests.Formats;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Readers that read several documents of one owner: what may be shared, what may not, and when it ends.</summary>
public sealed class ReuseTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly byte[] Document = "A document."u8.ToArray();

    [Fact]
    public async Task Documents_of_one_owner_are_read_by_one_process_and_of_two_owners_never()
    {
        var reader = fixture.CreateFaulty();
        var seen = new List<(string? Owner, string Process)>();
        foreach (var owner in (string?[])["a", "b", "a", null, "b", null, "c", "a"])
        {
            seen.Add((owner, await IdentityAsync(reader, owner)));
        }

        Assert.Equal(["a", "b", "c"], seen.Where(entry => entry.Owner is not null).GroupBy(entry => entry.Process).Select(group => Assert.Single(group.Select(entry => entry.Owner).Distinct())));
        Assert.Equal(5, seen.Select(entry => entry.Process).Distinct().Count());
    }

    [Fact]
    public async Task Many_at_once_never_share_a_process_across_owners()
    {
        var reader = fixture.CreateFaulty(options => options.IdleReaders = 3);
        var seen = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number => (Owner: number % 5, Process: await IdentityAsync(reader, $"{number % 5}"))));

        Assert.All(seen.GroupBy(entry => entry.Process), group => Assert.Single(group.Select(entry => entry.Owner).Distinct()));
    }

    [Fact]
    public async Task With_reuse_off_every_document_has_a_process_of_its_own()
    {
        var reader = fixture.CreateFaulty(options => options.ReuseReaders = false);

        Assert.NotEqual(await IdentityAsync(reader, "a"), await IdentityAsync(reader, "a"));
    }

    [Theory]
    [InlineData("leave a block")]
    [InlineData("leave an end")]
    [InlineData("leave an acceptance")]
    [InlineData("leave bytes")]
    [InlineData("do not accept the next")]
    [InlineData("die after the end")]
    [InlineData("die at the next")]
    public async Task What_a_document_leaves_behind_never_reaches_the_next(string leaving)
    {
        var reader = fixture.CreateFaulty();
        var path = fixture.Write(".txt", Document);
        var first = await IdentityAsync(reader, "a");

        var left = await reader.ReadAllAsync(path, leaving + ".txt", "a");
        var next = await reader.ReadAllAsync(path, "identity.txt", "a");

        Assert.Equal("read", left.Text);
        Assert.Null(next.Failure);
        Assert.True(Guid.TryParse(next.Text, out _), next.Text);
        Assert.NotEqual(first, next.Text);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("no blocks")]
    [InlineData("crash")]
    [InlineData("endless progress")]
    public async Task A_reader_that_misbehaved_is_not_used_again(string fault)
    {
        var reader = fixture.CreateFaulty();
        var first = await IdentityAsync(reader, "a");

        var result = await reader.ReadAllAsync(fixture.Write(".txt", Document), fault + ".txt", "a");

        Assert.Equal(DocumentFailureCode.ReaderDied, result.Failure);
        Assert.NotEqual(first, await IdentityAsync(reader, "a"));
    }

    [Fact]
    public async Task The_document_before_is_out_of_sight()
    {
        var reader = fixture.CreateFaulty();
        var path = fixture.Write(".txt", Document);
        await reader.ReadAllAsync(path, "good.txt", "a");

        Assert.DoesNotContain(Directory.EnumerateFiles(fixture.ScratchDirectory, "document", SearchOption.AllDirectories), _ => true);
        Assert.Contains("documents seen: document\n", (await reader.ReadAllAsync(path, "break out.txt", "a")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task What_was_broken_off_in_the_middle_never_reaches_the_next(string nextOwner)
    {
        var token = TestContext.Current.CancellationToken;
        var reader = fixture.Create(new IsolationOptions { WaitingReaders = 1, IdleReaders = 2 });
        var large = fixture.Write(".txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The secret of the first.\n\n", 400_000))));
        var small = fixture.Write(".md", "# The second\n\nIts text."u8.ToArray());
        for (var turn = 0; turn < 4; turn++)
        {
            // Broken off by its reader at one turn, by its caller's patience at the next.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
            var seen = 0;
            try
            {
                await foreach (var next in reader.ReadAsync(large, "a.txt", "a", patience.Token))
                {
                    if (next is ReaderEvent.Read && ++seen == 1000)
                    {
                        if (turn % 2 == 0)
                        {
                            break;
                        }

                        await patience.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !token.IsCancellationRequested)
            {
            }

            Assert.Equal("# The second\n\nIts text.", (await reader.ReadAllAsync(small, owner: nextOwner)).Text);
        }
    }

    [Fact]
    public async Task A_reader_is_retired_after_so_many_documents()
    {
        var reader = fixture.CreateFaulty(options => options.DocumentsPerReader = 3);
        var seen = new List<string>();
        for (var document = 0; document < 6; document++)
        {
            seen.Add(await IdentityAsync(reader, "a"));
        }

        Assert.Equal([3, 3], seen.GroupBy(process => process).Select(group => group.Count()));
    }

    [Fact]
    public async Task A_reader_that_keeps_much_memory_is_retired()
    {
        var reader = fixture.CreateFaulty(options => options.RetainedBytes = 1 << 20);

        Assert.NotEqual(await IdentityAsync(reader, "a"), await IdentityAsync(reader, "a"));
    }

    [Fact]
    public async Task A_reader_that_waits_too_long_ends()
    {
        var reader = fixture.CreateFaulty(options => (options.IdleSeconds, options.WaitingReaders) = (1, 0));
        var first = await IdentityAsync(reader, "a");
        var folders = Directory.GetDirectories(fixture.ScratchDirectory, "*", SearchOption.AllDirectories).Length;

        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        Assert.True(Directory.GetDirectories(fixture.ScratchDirectory, "*", SearchOption.AllDirectories).Length < folders);
        Assert.NotEqual(first, await IdentityAsync(reader, "a"));
    }

    [Fact]
    public async Task The_limit_on_processor_time_is_each_documents_own()
    {
        var reader = fixture.CreateFaulty(options => options.ProcessorSeconds = 2);
        var path = fixture.Write(".txt", Document);
        var seen = new List<string>();
        for (var document = 0; document < 4; document++)
        {
            Assert.Null((await reader.ReadAllAsync(path, "work a second.txt", "a")).Failure);
            seen.Add(await IdentityAsync(reader, "a"));
        }

        Assert.Single(seen.Distinct());
        Assert.Equal(DocumentFailureCode.TimedOut, (await reader.ReadAllAsync(path, "spin.txt", "a")).Failure);
    }

    [Fact]
    public async Task A_peak_of_memory_is_each_documents_own()
    {
        var reader = fixture.CreateFaulty();
        var path = fixture.Write(".txt", Document);
        var (large, small) = (new ReaderMemory(), new ReaderMemory());

        await ReadAsync(reader, path, "take memory.txt", large);
        await ReadAsync(reader, path, "good.txt", small);

        Assert.InRange(large.PeakBytes, 200L << 20, 400L << 20);
        Assert.InRange(small.PeakBytes, 10L << 20, 150L << 20);
    }

    [Fact]
    public async Task Real_documents_read_the_same_by_a_reader_used_before()
    {
        var token = TestContext.Current.CancellationToken;
        var reader = fixture.Create(new IsolationOptions { WaitingReaders = 1, IdleReaders = 1 });
        string[] formats = ["pdf", "docx", "xlsx", "epub", "mobi", "csv", "json", "md", "txt"];
        var files = formats.SelectMany(format => Corpus.Sample(format, 4)).Select(file => file.FullPath)
            .Append(fixture.Write(".docx", DocxBuilder.OfBody("<w:p><w:r><w:t>word</w:t></w:r></w:p>"))).ToList();
        foreach (var path in files.Concat(Enumerable.Reverse(files)))
        {
            token.ThrowIfCancellationRequested();
            var (used, unused) = (await reader.ReadAllAsync(path, owner: "a"), await reader.ReadAllAsync(path));
            Assert.Equal(unused.Text, used.Text);
            Assert.Equal(unused.End.ToString(), used.End.ToString());
        }
    }

    private async Task<string> IdentityAsync(IsolatedDocumentReader reader, string? owner) =>
        (await reader.ReadAllAsync(fixture.Write(".txt", Document), "identity.txt", owner)).Text;

    private static async Task ReadAsync(IsolatedDocumentReader reader, string path, string name, ReaderMemory memory)
    {
        await foreach (var _ in reader.ReadAsync(path, name, "a", memory, TestContext.Current.CancellationToken))
        {
        }
    }
}
