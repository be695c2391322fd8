using System.Text;
using Longleaf.Documents;
using Longleaf.Platform.Files;

namespace Longleaf.Platform.Tests.Files;

public sealed class FileStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_processing_then_processed_and_its_text_can_be_read()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();

        var accepted = await server.UploadAsync(ada, "HOLD on.\n\nSecond paragraph.", "报告 \"1\"/a.txt");

        Assert.Matches(@"\Afile-fe-[0-9a-f]{24}\z", accepted.Id);
        Assert.Equal((FileStatus.Processing, 27L, "报告 \"1\"/a.txt"), (accepted.Status, accepted.Bytes, accepted.FileName));
        var parsing = await PlatformFixture.EventuallyAsync(async () => await server.Files.FindAsync(ada, accepted.Id, Stop) is { Progress: not null } file ? file : null);
        Assert.Equal(new ReaderEvent.Progress("reading", 1, 2, "pages"), parsing.Progress);
        Assert.Null(await server.Files.OpenContentAsync(ada, accepted.Id, Stop));
        Assert.Null(Assert.Single(await server.Files.OpenDocumentsAsync(ada, [accepted.Id], Stop)));

        server.Reader.Gate.SetResult();
        var processed = await server.SettledAsync(ada, accepted.Id);

        Assert.Equal((FileStatus.Processed, DocumentFormat.PlainText, 2), (processed.Status, processed.Format, processed.Pages));
        Assert.Equal(27, processed.Characters);
        Assert.True(processed.Tokens > 0);
        Assert.Equal("HOLD on.\n\nSecond paragraph.", await ReadAsync(await server.Files.OpenContentAsync(ada, accepted.Id, Stop)));
        using var document = Assert.Single(await server.Files.OpenDocumentsAsync(ada, [accepted.Id], Stop))!;
        Assert.Equal((accepted.Id, "报告 \"1\"/a.txt"), (document.Document.Id, document.Document.Name));
        Assert.Equal("Second paragraph.", document.Document.Text.Read(10, 17));
        Assert.Equal(2, document.Document.Blocks.Count);
    }

    [Fact]
    public async Task A_batch_file_is_processed_at_once_and_gives_its_bytes_back()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();

        var file = await server.UploadAsync(ada, "{}\n", "b.jsonl", FilePurpose.Batch);

        Assert.Matches(@"\Afile-batch-[0-9a-f]{24}\z", file.Id);
        Assert.Equal(FileStatus.Processed, file.Status);
        Assert.Equal("{}\n", await ReadAsync(await server.Files.OpenContentAsync(ada, file.Id, Stop)));
        Assert.Null(Assert.Single(await server.Files.OpenDocumentsAsync(ada, [file.Id], Stop)));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_ends_as_error_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();

        var malformed = await server.SettledAsync(ada, (await server.UploadAsync(ada, "FAIL")).Id);
        var blank = await server.SettledAsync(ada, (await server.UploadAsync(ada, " \t ")).Id);
        var empty = await server.SettledAsync(ada, (await server.UploadAsync(ada, "")).Id);

        Assert.Equal((FileStatus.Error, new DocumentFailure(DocumentFailureCode.Malformed, "The file is damaged.")), (malformed.Status, malformed.Failure));
        Assert.Equal(DocumentFailureCode.Blank, blank.Failure!.Code);
        Assert.Equal(DocumentFailureCode.Blank, empty.Failure!.Code);
        Assert.Null(await server.Files.OpenContentAsync(ada, malformed.Id, Stop));
    }

    [Fact]
    public async Task Another_accounts_id_is_an_unknown_id_everywhere()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var eve = await server.NewPrincipalAsync("eve");
        var file = await server.UploadAsync(ada, "Secret.");
        await server.SettledAsync(ada, file.Id);

        Assert.Null(await server.Files.FindAsync(eve, file.Id, Stop));
        Assert.False(await server.Files.DeleteAsync(eve, file.Id, Stop));
        Assert.Null(await server.Files.OpenContentAsync(eve, file.Id, Stop));
        Assert.Null(Assert.Single(await server.Files.OpenDocumentsAsync(eve, [file.Id], Stop)));
        Assert.Empty((await server.Files.ListAsync(eve, new FileQuery(), Stop)).Files);
        Assert.Empty((await server.Files.ListAsync(eve, new FileQuery { After = file.Id }, Stop)).Files);
        Assert.NotNull(await server.Files.FindAsync(ada, file.Id, Stop));
    }

    [Fact]
    public async Task Same_bytes_again_are_not_parsed_again_but_are_for_another_account_or_another_kind_of_name()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var eve = await server.NewPrincipalAsync("eve");
        var first = await server.SettledAsync(ada, (await server.UploadAsync(ada, "Text.")).Id);

        var second = await server.UploadAsync(ada, "Text.", "other.txt");

        Assert.Equal(FileStatus.Processed, second.Status);
        Assert.Equal((first.Tokens, first.Characters, first.Pages, first.Format), (second.Tokens, second.Characters, second.Pages, second.Format));
        Assert.Single(server.Reader.Read);
        Assert.Equal((2L, 10L), await server.CountersAsync(ada));
        await server.SettledAsync(ada, (await server.UploadAsync(ada, "Text.", "a.md")).Id);
        await server.SettledAsync(eve, (await server.UploadAsync(eve, "Text.")).Id);
        Assert.Equal(3, server.Reader.Read.Count);
    }

    [Fact]
    public async Task Same_bytes_at_the_same_time_are_parsed_once()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder, options => options.ParseConcurrency = 8);
        var ada = await server.NewPrincipalAsync();

        var files = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => server.UploadAsync(ada, "HOLD")));
        server.Reader.Gate.SetResult();
        foreach (var file in files)
        {
            Assert.Equal(FileStatus.Processed, (await server.SettledAsync(ada, file.Id)).Status);
        }

        Assert.Single(server.Reader.Read);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_with_its_bytes_and_its_quota_unless_another_has_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var first = await server.SettledAsync(ada, (await server.UploadAsync(ada, "Text.")).Id);
        var second = await server.UploadAsync(ada, "Text.");

        Assert.True(await server.Files.DeleteAsync(ada, first.Id, Stop));

        Assert.False(await server.Files.DeleteAsync(ada, first.Id, Stop));
        Assert.Equal("Text.", await ReadAsync(await server.Files.OpenContentAsync(ada, second.Id, Stop)));
        Assert.True(await server.Files.DeleteAsync(ada, second.Id, Stop));
        Assert.Empty(folder.Files("blobs"));
        Assert.Equal((0L, 0L), await server.CountersAsync(ada));
    }

    [Fact]
    public async Task A_document_that_is_open_can_be_read_to_its_end_after_it_was_deleted()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var file = await server.SettledAsync(ada, (await server.UploadAsync(ada, "Text.")).Id);
        var document = Assert.Single(await server.Files.OpenDocumentsAsync(ada, [file.Id], Stop))!;

        Assert.True(await server.Files.DeleteAsync(ada, file.Id, Stop));

        Assert.Null(Assert.Single(await server.Files.OpenDocumentsAsync(ada, [file.Id], Stop)));
        Assert.Equal("Text.", document.Document.Text.Read(0, 5));
        Assert.NotEmpty(folder.Files("blobs"));
        document.Dispose();
        document.Dispose();
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(folder.Files("blobs").Length == 0 ? "gone" : null));
    }

    [Fact]
    public async Task A_file_deleted_while_it_is_parsed_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var file = await server.UploadAsync(ada, "HOLD");
        await PlatformFixture.EventuallyAsync(async () => (await server.Files.FindAsync(ada, file.Id, Stop))?.Progress);

        Assert.True(await server.Files.DeleteAsync(ada, file.Id, Stop));

        await PlatformFixture.EventuallyAsync(() => Task.FromResult(folder.Files("blobs").Length + folder.Files("staging").Length == 0 ? "gone" : null));
        Assert.Null(await server.Files.FindAsync(ada, file.Id, Stop));
    }

    [Fact]
    public async Task A_damaged_index_is_made_again_and_other_damage_has_the_document_parsed_again()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var server = await PlatformFixture.StartAsync(folder))
        {
            var owner = await server.NewPrincipalAsync();
            id = (await server.SettledAsync(owner, (await server.UploadAsync(owner, "Text.")).Id)).Id;
        }

        await File.WriteAllTextAsync(Assert.Single(folder.Files("blobs"), path => path.EndsWith("segment", StringComparison.Ordinal)), "damage", Stop);
        await using (var server = await PlatformFixture.StartAsync(folder))
        {
            var owner = await server.NewPrincipalAsync();
            using var document = Assert.Single(await server.Files.OpenDocumentsAsync(owner, [id], Stop));
            Assert.NotNull(document);
            Assert.Empty(server.Reader.Read);
        }

        foreach (var damaged in new[] { "text.md", "blocks", "document.json" })
        {
            await File.WriteAllTextAsync(Assert.Single(folder.Files("blobs"), path => Path.GetFileName(path) == damaged), "T", Stop);
            await using var server = await PlatformFixture.StartAsync(folder);
            var owner = await server.NewPrincipalAsync();
            Assert.Null(Assert.Single(await server.Files.OpenDocumentsAsync(owner, [id], Stop)));
            Assert.Equal(FileStatus.Processed, (await server.SettledAsync(owner, id)).Status);
            using var document = Assert.Single(await server.Files.OpenDocumentsAsync(owner, [id], Stop));
            Assert.Equal("Text.", document!.Document.Text.Read(0, 5));
            Assert.Single(server.Reader.Read);
        }
    }

    private static async Task<string> ReadAsync(Stream? stream)
    {
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }
}
