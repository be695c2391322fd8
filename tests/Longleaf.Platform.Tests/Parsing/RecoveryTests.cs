using Longleaf.Documents;
using Longleaf.Platform.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Longleaf.Platform.Tests.Parsing;

public sealed class RecoveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_acknowledged_before_a_kill_is_there_after_it_and_is_parsed()
    {
        using var folder = new TemporaryFolder();
        string[] ids;
        await using (var killed = await ServerProcess.StartAsync(folder.Path))
        {
            // The first is held inside its parsing, and the next is being received when the process dies.
            ids = [await killed.SendAsync("upload ada HOLD one"), await killed.SendAsync("upload ada Two.")];
            await killed.PostAsync("stall ada Never acknowledged.");
            await PlatformFixture.EventuallyAsync(() => Task.FromResult(folder.Files("staging").Length >= 2 ? "receiving" : null));
            await killed.KillAsync();
        }

        var reader = new FakeReader();
        reader.Gate.SetResult();
        await using var server = await PlatformFixture.StartAsync(folder, reader: reader);
        var ada = await server.NewPrincipalAsync();
        foreach (var id in ids)
        {
            Assert.Equal(FileStatus.Processed, (await server.SettledAsync(ada, id)).Status);
        }

        Assert.Equal(ids.Length, (await server.Files.ListAsync(ada, new FileQuery(), Stop)).Files.Count);
        Assert.Equal((2L, 12L), await server.CountersAsync(ada));
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(folder.Files("staging").Length == 0 ? "clean" : null));
    }

    [Fact]
    public async Task Bytes_that_no_row_refers_to_are_removed_after_a_start()
    {
        using var folder = new TemporaryFolder();
        string kept;
        await using (var server = await PlatformFixture.StartAsync(folder))
        {
            var ada = await server.NewPrincipalAsync();
            await server.SettledAsync(ada, (await server.UploadAsync(ada, "Kept.")).Id);
            kept = Assert.Single(folder.Files("blobs"), path => path.EndsWith("original", StringComparison.Ordinal));
            var account = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(kept)))!;
            var orphan = Directory.CreateDirectory(Path.Combine(account, "ab", "ab" + new string('0', 62), "0123456789abcdef"));
            await File.WriteAllTextAsync(Path.Combine(orphan.Parent!.FullName, "original"), "Orphan.", Stop);
            await File.WriteAllTextAsync(Path.Combine(orphan.FullName, "text.md"), "Orphan.", Stop);
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "staging", "leftover"), "Half.", Stop);
        }

        await using (await PlatformFixture.StartAsync(folder))
        {
            await PlatformFixture.EventuallyAsync(() => Task.FromResult(
                folder.Files("blobs").All(path => path.StartsWith(Path.GetDirectoryName(kept)!, StringComparison.Ordinal)) ? "swept" : null));
            Assert.Equal(5, folder.Files("blobs").Length);
            Assert.Empty(folder.Files("staging"));
        }
    }

    [Fact]
    public async Task A_stop_while_parsing_gives_the_file_back_and_the_next_start_goes_on_with_it()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var server = await PlatformFixture.StartAsync(folder))
        {
            var ada = await server.NewPrincipalAsync();
            id = (await server.UploadAsync(ada, "HOLD")).Id;
            await PlatformFixture.EventuallyAsync(async () => (await server.Files.FindAsync(ada, id, Stop))?.Progress);
        }

        var reader = new FakeReader();
        reader.Gate.SetResult();
        await using var next = await PlatformFixture.StartAsync(folder, reader: reader);
        var owner = await next.NewPrincipalAsync();
        Assert.Equal(FileStatus.Processed, (await next.SettledAsync(owner, id)).Status);
    }

    [Fact]
    public async Task A_document_that_meets_a_full_disk_waits_for_space_and_is_parsed_then()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await PlatformFixture.StartAsync(folder, time: time);
        var options = server.Host.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        var ada = await server.NewPrincipalAsync();
        var id = (await server.UploadAsync(ada, "HOLD")).Id;
        await PlatformFixture.EventuallyAsync(async () => (await server.Files.FindAsync(ada, id, Stop))?.Progress);

        options.MinFreeBytes = long.MaxValue;
        server.Reader.Gate.SetResult();
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(folder.Files("staging").Length == 0 ? "given back" : null));
        Assert.Equal(FileStatus.Processing, (await server.Files.FindAsync(ada, id, Stop))!.Status);

        options.MinFreeBytes = 0;
        var processed = await PlatformFixture.EventuallyAsync(async () =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return await server.Files.FindAsync(ada, id, Stop) is { Status: not FileStatus.Processing } file ? file : null;
        });
        Assert.Equal(FileStatus.Processed, processed.Status);
        Assert.Equal(2, server.Reader.Read.Count);
    }

    [Fact]
    public async Task A_reader_that_throws_is_tried_again_and_then_given_up_with_a_plain_sentence()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await PlatformFixture.StartAsync(folder, time: time);
        var ada = await server.NewPrincipalAsync();
        var id = (await server.UploadAsync(ada, "THROW")).Id;

        var failed = await PlatformFixture.EventuallyAsync(async () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return await server.Files.FindAsync(ada, id, Stop) is { Status: not FileStatus.Processing } file ? file : null;
        });

        Assert.Equal((FileStatus.Error, DocumentFailureCode.ReaderDied), (failed.Status, failed.Failure!.Code));
        Assert.DoesNotContain("bug", failed.Failure.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, server.Reader.Read.Count);
    }
}
