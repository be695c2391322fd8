using System.Net;
using System.Text;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Readers;

/// <summary>What becomes of documents when the reader is another, over HTTP.</summary>
public sealed class ReaderVersionTests : IDisposable
{
    private const string First = "version-1";
    private const string Second = "version-2";
    private const string Third = "version-3";

    private readonly string _data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;

    [Fact]
    public async Task The_old_text_answers_until_the_new_one_is_there_and_survives_kill_9()
    {
        var before = await ReadByFirstAsync($"Read by READER.\n\nHOLD {Second}\n");
        var id = before.GetProperty("id").GetString()!;

        await using (var killed = await VersionedServer.StartAsync(_data, Second))
        {
            Assert.Contains(First, await killed.Http.AskAsync([id], "Read by whom?"), StringComparison.Ordinal);
            await UntilAsync(() => Task.FromResult(VersionedServer.CountReadings(_data) == 2 && Staged().Any()));
            Assert.Equal("processed", (await killed.Http.WaitAsync(id)).GetProperty("status").GetString());
            Assert.StartsWith($"Read by {First}.", await TextAsync(killed, id), StringComparison.Ordinal);
            await killed.KillAsync();
        }

        await using var next = await VersionedServer.StartAsync(_data, Third);
        Assert.Equal(before.ToString(), (await next.Http.WaitAsync(id)).ToString());
        Assert.StartsWith("Read by version-", await TextAsync(next, id), StringComparison.Ordinal);
        await UntilAsync(async () => (await TextAsync(next, id)).StartsWith($"Read by {Third}.", StringComparison.Ordinal));
        Assert.Equal(before.ToString(), (await next.Http.WaitAsync(id)).ToString());
        Assert.Contains(Third, await next.Http.AskAsync([id], "Read by whom?"), StringComparison.Ordinal);
        Assert.Equal(3, VersionedServer.CountReadings(_data));
    }

    [Fact]
    public async Task Without_a_use_nothing_is_read_again()
    {
        var id = (await ReadByFirstAsync("Read by READER.")).GetProperty("id").GetString()!;
        await using var server = await VersionedServer.StartAsync(_data, Second);

        await server.Http.WaitAsync(id);
        await server.Http.SendAsync(HttpMethod.Get, "v1/files");
        await server.Http.UploadAndWaitAsync("other.txt", "Another."u8.ToArray());

        Assert.Equal(2, VersionedServer.CountReadings(_data));
    }

    [Fact]
    public async Task What_the_new_reader_cannot_read_keeps_its_text_with_a_warning()
    {
        var id = (await ReadByFirstAsync($"Read by READER.\n\nFAIL {Second}\n")).GetProperty("id").GetString()!;
        await using var server = await VersionedServer.StartAsync(_data, Second);
        await TextAsync(server, id);
        JsonElement file = default;
        await UntilAsync(async () => (file = await server.Http.WaitAsync(id)).GetProperty("longleaf").TryGetProperty("warnings", out _));

        Assert.Equal("processed", file.GetProperty("status").GetString());
        Assert.False(file.TryGetProperty("status_details", out _));
        var warning = Assert.Single(file.GetProperty("longleaf").GetProperty("warnings").EnumerateArray()).GetString();
        Assert.Equal("This text is of an earlier reading. Reading the file again failed: It is damaged.", warning);
        Assert.StartsWith($"Read by {First}.", await TextAsync(server, id), StringComparison.Ordinal);
        Assert.Contains(First, await server.Http.AskAsync([id], "Read by whom?"), StringComparison.Ordinal);
        Assert.Equal(2, VersionedServer.CountReadings(_data));
    }

    [Fact]
    public async Task What_the_old_reader_could_not_read_is_tried_again_when_it_is_asked_about()
    {
        var before = await ReadByFirstAsync($"Read by READER.\n\nFAIL {First}\n");
        var id = before.GetProperty("id").GetString()!;
        Assert.Equal(("error", "It is damaged."), (before.GetProperty("status").GetString(), before.GetProperty("status_details").GetString()));
        await using var server = await VersionedServer.StartAsync(_data, Second);

        using var refused = await server.Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = "Read by whom?" } },
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await UntilAsync(async () => (await server.Http.WaitAsync(id)).GetProperty("status").GetString() == "processed");
        Assert.StartsWith($"Read by {Second}.", await TextAsync(server, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_of_an_account_are_read_once()
    {
        var bytes = "The lighthouse at Skerryvore was finished in 1844."u8.ToArray();
        await using (var server = await VersionedServer.StartAsync(_data, First))
        {
            var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => server.Http.UploadAndWaitAsync($"{number}.txt", bytes)));
            Assert.All(together, file => Assert.Equal("processed", file.GetProperty("status").GetString()));
            Assert.Equal(4, together.Select(file => file.GetProperty("id").GetString()).Distinct().Count());
            Assert.Equal(1, VersionedServer.CountReadings(_data));

            // The same words as Markdown are another document.
            await server.Http.UploadAndWaitAsync("a.md", bytes);
            Assert.Equal(2, VersionedServer.CountReadings(_data));
        }

        await using var again = await VersionedServer.StartAsync(_data, First);
        var (_, known) = await again.Http.UploadAsync("again.txt", bytes);
        Assert.Equal("processed", known.GetProperty("status").GetString());
        Assert.True(known.GetProperty("longleaf").GetProperty("tokens").GetInt64() > 0);
        Assert.Equal(2, VersionedServer.CountReadings(_data));

        var (_, secret, _) = await ServerProcess.RunAsync(["key", "create", "--account", "stranger", "--data", _data]);
        using var stranger = again.ClientFor(secret.Trim());
        var (_, unknown) = await stranger.UploadAsync("again.txt", bytes);
        Assert.Equal("processing", unknown.GetProperty("status").GetString());
        await stranger.WaitAsync(unknown.GetProperty("id").GetString()!);
        Assert.Equal(3, VersionedServer.CountReadings(_data));
    }

    [Fact]
    public async Task A_file_being_read_shows_how_far_it_is()
    {
        await using var server = await VersionedServer.StartAsync(_data, First);
        var (_, uploaded) = await server.Http.UploadAsync("scan.txt", Encoding.UTF8.GetBytes($"HOLD {First}"));
        var path = $"v1/files/{uploaded.GetProperty("id").GetString()}";
        JsonElement file = default;

        await UntilAsync(async () => (file = (await server.Http.SendAsync(HttpMethod.Get, path)).Body).TryGetProperty("longleaf", out _));

        Assert.Equal("processing", file.GetProperty("status").GetString());
        Assert.Equal("""{"progress":{"stage":"ocr","done":12,"total":40,"unit":"pages"}}""", file.GetProperty("longleaf").ToString());
        var listed = Assert.Single((await server.Http.SendAsync(HttpMethod.Get, "v1/files")).Body.GetProperty("data").EnumerateArray());
        Assert.Equal(file.ToString(), listed.ToString());
        var (status, error) = await server.Http.SendAsync(HttpMethod.Get, $"{path}/content");
        Assert.Equal((HttpStatusCode.BadRequest, "File parsing in progress, please try again later."), (status, error.Message()));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<string> TextAsync(ServerProcess server, string id)
    {
        using var response = await server.Http.GetAsync($"v1/files/{id}/content");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private IEnumerable<string> Staged() => Directory.EnumerateFiles(Path.Combine(_data, "staging"), "text.md", SearchOption.AllDirectories);

    private async Task<JsonElement> ReadByFirstAsync(string text)
    {
        await using var server = await VersionedServer.StartAsync(_data, First);
        var file = await server.Http.UploadAndWaitAsync("report.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal(0, await server.TerminateAsync());
        return file;
    }
}
