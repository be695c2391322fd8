using System.Text;
using System.Text.Json.Nodes;
using Longleaf.Bench.Requests;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>One scenario under way with one client.</summary>
internal sealed class ScenarioRun(ServerAccess server, ClientSet clients, ClientKind kind, SharedFiles shared, CancellationToken cancellationToken)
{
    public ServerAccess Server => server;

    public ClientKind Kind => kind;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Calls by the client that runs the scenario.</summary>
    public async Task<ApiReply> CallAsync(ApiCall call) => await (await clients.GetAsync(kind, cancellationToken)).CallAsync(call, cancellationToken);

    /// <summary>Uploads by the client that runs the scenario.</summary>
    public async Task<string> UploadAsync(string fileName, string content, string purpose = "file-extract") =>
        (await CallAsync(new ApiCall.Upload(fileName, Encoding.UTF8.GetBytes(content), purpose))).Expect(200).Text("id")!;

    /// <summary>Uploads, and asks for the file until it is read.</summary>
    public async Task<string> UploadedAsync(string fileName, string content)
    {
        var id = await UploadAsync(fileName, content);
        while (true)
        {
            var file = (await CallAsync(new ApiCall.Retrieve(id))).Expect(200);
            if (file.Text("status") != "processing")
            {
                Assert.Equal("processed", file.Text("status"));
                return id;
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>A processed file that all scenarios read and none deletes.</summary>
    public Task<string> SharedFileAsync(string fileName, string content) => shared.GetAsync(fileName, content, cancellationToken);

    /// <summary>Skerryvore's page, processed.</summary>
    public Task<string> LighthouseAsync() => SharedFileAsync(Samples.FirstName, Samples.First);

    /// <summary>Asks; <paramref name="more"/> goes beside the messages.</summary>
    public Task<ApiReply> ChatAsync(JsonArray messages, params (string Name, JsonNode? Value)[] more) => CallAsync(new ApiCall.Chat(Requests.Chat(messages, more)));

    /// <summary>Sends bytes of the scenario's own.</summary>
    public Task<RawReply> SendAsync(byte[] request) => RawExchange.SendAsync(server.Address, request, cancellationToken);

    /// <summary>A connection of the scenario's own.</summary>
    public Task<RawExchange> ConnectAsync() => RawExchange.ConnectAsync(server.Address, cancellationToken);
}
