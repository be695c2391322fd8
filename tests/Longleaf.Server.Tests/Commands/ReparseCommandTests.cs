using Longleaf.Server.Tests.Readers;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Commands;

/// <summary><c>longleaf reparse</c>, as a process of its own, with a server and without.</summary>
public sealed class ReparseCommandTests : IDisposable
{
    private static readonly byte[] Document = "# Skerryvore\n\nThe lighthouse was finished in 1844.\n"u8.ToArray();

    private readonly string _data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_is_read_again_with_a_server_and_without(bool isServed)
    {
        await using var server = await ServerProcess.StartAsync(_data);
        var before = await server.Http.UploadAndWaitAsync("tower.md", Document);
        var id = before.GetProperty("id").GetString()!;
        var text = Assert.Single(Texts());
        await File.WriteAllTextAsync(text, new string('x', (int)new FileInfo(text).Length), TestContext.Current.CancellationToken);
        if (!isServed)
        {
            await server.TerminateAsync();
        }

        var (exitCode, output, error) = await ServerProcess.RunAsync(["reparse", id, "--data", _data]);

        Assert.True(exitCode == 0, error);
        Assert.Matches($"^{id} tower\\.md: [0-9]+ tokens\n$", output);
        Assert.Equal("", error);
        await using var after = isServed ? null : await ServerProcess.StartAsync(_data);
        var http = (after ?? server).Http;
        Assert.Equal(before.ToString(), (await http.WaitAsync(id)).ToString());
        Assert.Equal("# Skerryvore\n\nThe lighthouse was finished in 1844.", await http.GetStringAsync($"v1/files/{id}/content", TestContext.Current.CancellationToken));
        Assert.Single(Texts());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_what_was_read_before_is_kept()
    {
        string kept;
        await using (var first = await VersionedServer.StartAsync(_data, "version-1"))
        {
            // To the first reader, which the test has made, a text; to the real one it is what it says.
            kept = (await first.Http.UploadAndWaitAsync("a.json", "{\"a\": 1}"u8.ToArray())).GetProperty("id").GetString()!;
            var original = Directory.EnumerateFiles(Path.Combine(_data, "blobs"), "original", SearchOption.AllDirectories).Single();
            await first.Http.UploadAndWaitAsync("tower.md", Document);
            await File.WriteAllTextAsync(original, "{\"a\": ", TestContext.Current.CancellationToken);
            await first.TerminateAsync();
        }

        var (exitCode, output, error) = await ServerProcess.RunAsync(["reparse", "--outdated", "--data", _data]);

        Assert.Equal(1, exitCode);
        Assert.Equal("1 documents read again, 1 could not be.\n", output);
        Assert.Equal($"{kept} a.json: This file is not valid JSON: there is an error in line 1. What was read before is kept.\n", error);
        await using var server = await ServerProcess.StartAsync(_data);
        Assert.Equal("{\"a\": 1}", await server.Http.GetStringAsync($"v1/files/{kept}/content", TestContext.Current.CancellationToken));

        var (nothingLeft, none, _) = await ServerProcess.RunAsync(["reparse", "--outdated", "--data", _data]);
        Assert.Equal((0, "0 documents read again, 0 could not be.\n"), (nothingLeft, none));
        var (all, both, _) = await ServerProcess.RunAsync(["reparse", "--all", "--data", _data]);
        Assert.Equal((1, "1 documents read again, 1 could not be.\n"), (all, both));
    }

    [Fact]
    public async Task An_unknown_id_is_refused_in_a_sentence_and_nothing_is_read()
    {
        await using var server = await ServerProcess.StartAsync(_data);
        var id = (await server.Http.UploadAndWaitAsync("tower.md", Document)).GetProperty("id").GetString()!;

        var (exitCode, output, error) = await ServerProcess.RunAsync(["reparse", id, "file-fe-0", "--data", _data]);

        Assert.Equal((2, "", "There is no document file-fe-0. Nothing is read again.\n"), (exitCode, output, error));
    }

    [Theory]
    [InlineData("Name the documents by their ids, or say --all or --outdated.")]
    [InlineData("Name the documents by their ids, or say --all or --outdated.", "--all", "--outdated")]
    [InlineData("Name the documents by their ids, or say --all or --outdated.", "--all", "file-fe-0")]
    public async Task What_cannot_be_meant_is_refused(string sentence, params string[] arguments)
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(["reparse", .. arguments, "--data", _data]);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_not_made_one()
    {
        var nowhere = Path.Combine(_data, "nowhere");

        var (exitCode, _, error) = await ServerProcess.RunAsync(["reparse", "--all", "--data", nowhere]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"There is no data folder {nowhere}", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_server_that_goes_away_is_not_waited_for()
    {
        await using var server = await VersionedServer.StartAsync(_data, "version-1");
        var id = (await server.Http.UploadAndWaitAsync("a.txt", "FAIL version-1"u8.ToArray())).GetProperty("id").GetString()!;
        await server.KillAsync();
        await using var next = await VersionedServer.StartAsync(_data, "version-2");
        var (_, held) = await next.Http.UploadAsync("b.txt", "HOLD version-2"u8.ToArray());
        var command = ServerProcess.RunAsync(["reparse", id, held.GetProperty("id").GetString()!, "--data", _data]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await next.Http.WaitAsync(id)).GetProperty("status").GetString() != "processed")
        {
            await Task.Delay(50, patience.Token);
        }

        await next.KillAsync();

        var (exitCode, _, error) = await command;
        Assert.Equal((1, "The server has stopped; 1 documents are left, and are read again when it next starts.\n"), (exitCode, error));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private IEnumerable<string> Texts() => Directory.EnumerateFiles(Path.Combine(_data, "blobs"), "text.md", SearchOption.AllDirectories);
}
