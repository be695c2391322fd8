using Longleaf.Platform.Files;
using Microsoft.Extensions.Time.Testing;

namespace Longleaf.Platform.Tests.Parsing;

/// <summary>Files that another version of the reader read, and files that an operator wants read again.</summary>
public sealed class ReparseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_another_version_is_read_again_when_it_is_used_and_keeps_its_id()
    {
        var before = await ReadByFirstVersionAsync("Text.");
        await using var server = await NextVersionAsync();
        var ada = await server.NewPrincipalAsync();
        await server.Files.ListAsync(ada, new FileQuery(), Stop);
        await server.Files.FindAsync(ada, before.Id, Stop);
        Assert.Empty(await server.Reparser.FindWaitingAsync(Stop));

        var used = await server.Files.UseAsync(ada, before.Id, Stop);

        Assert.Equal((FileStatus.Processed, before.Characters), (used!.Status, used.Characters));
        await server.HasTextAsync(ada, before.Id, "2: Text.");
        var after = await server.Files.FindAsync(ada, before.Id, Stop);
        Assert.Equal(before with { Characters = before.Characters + 3, Tokens = after!.Tokens, Warnings = [] }, after with { Warnings = [] });
        Assert.True(after.Tokens > before.Tokens);
        Assert.Equal(["2"], after.Warnings);

        // The original, and the four files of the new reading alone.
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(_folder.Files("blobs").Length == 5 ? "swept" : null));
        await server.Files.UseAsync(ada, before.Id, Stop);
        Assert.Empty(await server.Reparser.FindWaitingAsync(Stop));
        Assert.Single(server.Reader.Read);
    }

    [Fact]
    public async Task What_was_read_before_is_used_until_the_new_text_is_in_place_and_by_whoever_has_it_open_after_that()
    {
        var id = (await ReadByFirstVersionAsync("Text.")).Id;
        await using var server = await NextVersionAsync("HOLD");
        var ada = await server.NewPrincipalAsync();
        await server.Files.UseAsync(ada, id, Stop);
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(server.Reader.Read.IsEmpty ? null : "reading"));

        Assert.Equal(FileStatus.Processed, (await server.Files.UseAsync(ada, id, Stop))!.Status);
        Assert.Equal("Text.", await server.TextAsync(ada, id));
        var open = Assert.Single(await server.Files.OpenDocumentsAsync(ada, [id], Stop))!;
        server.Reader.Gate.SetResult();
        await server.HasTextAsync(ada, id, "2: Text.");

        Assert.Equal("Text.", open.Document.Text.Read(0, 5));
        using (var next = Assert.Single(await server.Files.OpenDocumentsAsync(ada, [id], Stop)))
        {
            Assert.Equal("2: Text.", next!.Document.Text.Read(0, 8));
        }

        Assert.Equal(9, _folder.Files("blobs").Length);
        open.Dispose();
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(_folder.Files("blobs").Length == 5 ? "swept" : null));
    }

    [Fact]
    public async Task A_reading_again_that_fails_keeps_the_text_there_is_with_a_warning()
    {
        var id = (await ReadByFirstVersionAsync("Text.")).Id;
        await using var server = await NextVersionAsync("FAIL");
        var ada = await server.NewPrincipalAsync();
        await server.Files.UseAsync(ada, id, Stop);
        await server.ReparsedAsync();

        var kept = (await server.Files.UseAsync(ada, id, Stop))!;

        Assert.Equal((FileStatus.Processed, null), (kept.Status, kept.Failure));
        Assert.Equal("This text is of an earlier reading. Reading the file again failed: The file is damaged.", kept.Warnings[0]);
        Assert.Equal("Text.", await server.TextAsync(ada, id));

        // What this version cannot read it is not given at every use; what is asked for it is.
        Assert.Empty(await server.Reparser.FindWaitingAsync(Stop));
        server.Reader.Does = null;
        Assert.Empty(await server.Reparser.AskAsync([id], Stop));
        await server.HasTextAsync(ada, id, "2: Text.");
        Assert.Equal(["2"], (await server.Files.FindAsync(ada, id, Stop))!.Warnings);
    }

    [Fact]
    public async Task A_bug_of_the_new_version_costs_its_tries_and_not_the_text()
    {
        var id = (await ReadByFirstVersionAsync("Text.")).Id;
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var server = await NextVersionAsync("THROW", time);
        var ada = await server.NewPrincipalAsync();
        await server.Files.UseAsync(ada, id, Stop);

        await PlatformFixture.EventuallyAsync(async () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return (await server.Reparser.FindWaitingAsync(Stop)).Count == 0 ? "given up" : null;
        });

        Assert.Equal(4, server.Reader.Read.Count);
        Assert.Equal("Text.", await server.TextAsync(ada, id));
        Assert.Contains("earlier reading", (await server.Files.FindAsync(ada, id, Stop))!.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_version_could_not_read_is_tried_again_when_it_is_used()
    {
        var before = await ReadByFirstVersionAsync("Text.", does: "FAIL");
        Assert.Equal(FileStatus.Error, before.Status);
        await using var server = await NextVersionAsync();
        var ada = await server.NewPrincipalAsync();

        var used = (await server.Files.UseAsync(ada, before.Id, Stop))!;

        Assert.Equal((FileStatus.Error, before.Failure), (used.Status, used.Failure));
        await server.HasTextAsync(ada, before.Id, "2: Text.");
        var after = (await server.Files.FindAsync(ada, before.Id, Stop))!;
        Assert.Equal((FileStatus.Processed, null), (after.Status, after.Failure));
    }

    [Fact]
    public async Task Files_of_the_same_bytes_are_read_again_once()
    {
        string[] ids;
        await using (var first = await PlatformFixture.StartAsync(_folder))
        {
            var owner = await first.NewPrincipalAsync();
            ids = [(await first.UploadAsync(owner, "Text.")).Id, (await first.UploadAsync(owner, "Text.", "b.txt")).Id];
            foreach (var id in ids)
            {
                await first.SettledAsync(owner, id);
            }

            Assert.Single(first.Reader.Read);
        }

        await using var server = await NextVersionAsync();
        var ada = await server.NewPrincipalAsync();
        await server.Files.UseAsync(ada, ids[0], Stop);
        await server.HasTextAsync(ada, ids[0], "2: Text.");

        await server.HasTextAsync(ada, ids[1], "2: Text.");
        Assert.Equal(FileStatus.Processed, (await server.UploadAsync(ada, "Text.", "c.txt")).Status);
        Assert.Single(server.Reader.Read);
    }

    [Fact]
    public async Task A_reading_again_that_a_stop_cut_off_goes_on_at_the_next_start()
    {
        var id = (await ReadByFirstVersionAsync("Text.")).Id;
        await using (var stopped = await NextVersionAsync("HOLD"))
        {
            var owner = await stopped.NewPrincipalAsync();
            await stopped.Files.UseAsync(owner, id, Stop);
            await PlatformFixture.EventuallyAsync(() => Task.FromResult(stopped.Reader.Read.IsEmpty ? null : "reading"));
        }

        await using var server = await NextVersionAsync();
        var ada = await server.NewPrincipalAsync();
        await server.HasTextAsync(ada, id, "2: Text.");
    }

    [Fact]
    public async Task What_is_asked_for_is_read_anew_and_the_same_bytes_after_that_are_not()
    {
        await using var server = await PlatformFixture.StartAsync(_folder);
        var ada = await server.NewPrincipalAsync();
        var id = (await server.SettledAsync(ada, (await server.UploadAsync(ada, "Text.")).Id)).Id;
        server.Reader.Does = "FAIL";
        var failed = (await server.SettledAsync(ada, (await server.UploadAsync(ada, "More.")).Id)).Id;
        server.Reader.Does = null;

        Assert.Equal(["file-fe-unknown"], await server.Reparser.AskAsync([id, "file-fe-unknown"], Stop));
        Assert.Empty(await server.Reparser.FindWaitingAsync(Stop));
        Assert.Empty(await server.Reparser.AskAllAsync(outdatedOnly: true, Stop));
        Assert.Equal([id, failed], await server.Reparser.AskAllAsync(outdatedOnly: false, Stop));
        await server.ReparsedAsync();

        Assert.Equal(4, server.Reader.Read.Count);
        Assert.Equal("Text.", await server.TextAsync(ada, id));
        Assert.Equal("More.", await server.TextAsync(ada, failed));
        Assert.Equal(FileStatus.Processed, (await server.UploadAsync(ada, "Text.")).Status);
        Assert.Equal(4, server.Reader.Read.Count);
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(_folder.Files("blobs").Length == 10 ? "swept" : null));
    }

    [Fact]
    public async Task A_file_deleted_while_it_is_read_again_is_gone()
    {
        var id = (await ReadByFirstVersionAsync("Text.")).Id;
        await using var server = await NextVersionAsync("HOLD");
        var ada = await server.NewPrincipalAsync();
        await server.Files.UseAsync(ada, id, Stop);
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(server.Reader.Read.IsEmpty ? null : "reading"));

        Assert.True(await server.Files.DeleteAsync(ada, id, Stop));

        await PlatformFixture.EventuallyAsync(() => Task.FromResult(_folder.Files("blobs").Length + _folder.Files("staging").Length == 0 ? "gone" : null));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<StoredFile> ReadByFirstVersionAsync(string text, string? does = null)
    {
        await using var server = await PlatformFixture.StartAsync(_folder, reader: new FakeReader { Does = does });
        var ada = await server.NewPrincipalAsync();
        return await server.SettledAsync(ada, (await server.UploadAsync(ada, text)).Id);
    }

    private Task<PlatformFixture> NextVersionAsync(string? does = null, TimeProvider? time = null) => PlatformFixture.StartAsync(
        _folder, reader: new FakeReader { Version = "fake-2", Prefix = "2: ", Warnings = ["2"], Does = does }, time: time);
}
