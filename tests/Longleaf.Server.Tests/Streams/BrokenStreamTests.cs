using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Streams;

[SupportedOSPlatform("linux")]
public sealed class BrokenStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_client_that_goes_in_the_middle_of_a_stream_ends_the_work_and_one_row_is_written()
    {
        await using var server = await SlowServer.StartAsync();
        var id = await UploadAsync(server);
        using (var stream = await SlowStream.OpenAsync(server.Http, "say 10000 pieces, one every 20 ms", id))
        {
            await stream.NextAsync();
            await stream.NextAsync();
        }

        var (outcome, tokens) = await ServerDatabase.OnlyUsageAsync(server, Patience);
        Assert.Equal("cancelled", outcome);
        Assert.InRange(tokens, 1, 5_000);

        // What the chat had open is closed: nothing keeps the file's bytes.
        Assert.Equal(HttpStatusCode.OK, (await server.Http.SendAsync(HttpMethod.Delete, $"v1/files/{id}")).Status);
        await EventuallyAsync(() => !Blobs(server).Any());
    }

    [Fact]
    public async Task A_client_that_goes_while_nothing_is_written_ends_the_work_too()
    {
        await using var server = await SlowServer.StartAsync();
        using (var stream = await SlowStream.OpenAsync(server.Http, "say 2 pieces, one every 600000 ms"))
        {
            await stream.NextAsync();
        }

        Assert.Equal("cancelled", (await ServerDatabase.OnlyUsageAsync(server, Patience)).Outcome);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_of_a_stream_is_given_up_and_one_row_is_written()
    {
        await using var server = await SlowServer.StartAsync(settings: ("Server__StalledClientTimeout", "00:00:02"));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, TestContext.Current.CancellationToken);
        var body = JsonSerializer.Serialize(SlowStream.Body("say 32000 pieces, one every 0 ms", stream: true));
        await socket.SendAsync(Encoding.UTF8.GetBytes(
            $"POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {server.ApiKey}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        var (outcome, tokens) = await ServerDatabase.OnlyUsageAsync(server, Patience);
        Assert.Equal("cancelled", outcome);
        Assert.InRange(tokens, 1, 31_999);
    }

    [Fact]
    public async Task A_file_deleted_while_a_chat_reads_it_is_read_to_the_end_and_then_removed()
    {
        await using var server = await SlowServer.StartAsync();
        var id = await UploadAsync(server);
        using var stream = await SlowStream.OpenAsync(server.Http, "say 20 pieces, one every 50 ms", id);
        var first = await stream.NextAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.Http.SendAsync(HttpMethod.Delete, $"v1/files/{id}")).Status);

        Assert.Equal(new string('S', 20), SlowStream.Text([first, .. await stream.RestAsync()]));
        Assert.Equal("stop", (await ServerDatabase.OnlyUsageAsync(server, Patience)).Outcome);
        await EventuallyAsync(() => !Blobs(server).Any());
    }

    private static async Task<string> UploadAsync(ServerProcess server) =>
        (await server.Http.UploadAndWaitAsync("tower.txt", "Skerryvore was finished in 1844.\n"u8.ToArray())).GetProperty("id").GetString()!;

    private static IEnumerable<string> Blobs(ServerProcess server) =>
        Directory.EnumerateFiles(Path.Combine(server.DataDirectory, "blobs"), "*", SearchOption.AllDirectories);

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
