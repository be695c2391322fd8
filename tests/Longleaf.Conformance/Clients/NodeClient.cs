using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Clients;

/// <summary>npm's <c>openai</c>, in one process for all calls: see node/client.mjs.</summary>
internal sealed class NodeClient : IConformanceClient
{
    private readonly ServerAccess _server;
    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeClient(ServerAccess server, Process process)
    {
        (_server, _process) = (server, process);
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static async Task<NodeClient> StartAsync(ServerAccess server, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "openai")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = folder })!;
            await install.WaitForExitAsync(cancellationToken);
            Assert.Equal(0, install.ExitCode);
        }

        return new NodeClient(server, Process.Start(new ProcessStartInfo("node", ["client.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    public async Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var request = Of(call);
        request["baseURL"] = new Uri(_server.Address, call.Base).ToString();
        request["apiKey"] = call.Key ?? _server.ApiKey;
        await _process.StandardInput.WriteLineAsync(request.ToJsonString().AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        Assert.True(line is not null, line is null ? await _errors : null);
        var reply = JsonSerializer.Deserialize<JsonElement>(line!);
        return new ApiReply
        {
            Status = reply.GetProperty("status").GetInt32(),
            Body = reply.TryGetProperty("body", out var body) ? body : default,
            Chunks = reply.TryGetProperty("chunks", out var chunks) ? [.. chunks.EnumerateArray()] : [],
            Content = reply.TryGetProperty("content", out var content) ? content.GetString() : null,
            RequestId = reply.TryGetProperty("requestId", out var id) ? id.GetString() : null,
            Thrown = reply.TryGetProperty("thrown", out var thrown) ? thrown.GetString() : null,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static JsonObject Of(ApiCall call) => call switch
    {
        ApiCall.Upload upload => new JsonObject
        {
            ["op"] = "upload",
            ["fileName"] = upload.FileName,
            ["content"] = Convert.ToBase64String(upload.Content),
            ["purpose"] = upload.Purpose,
        },
        ApiCall.Retrieve(var id) => new JsonObject { ["op"] = "retrieve", ["id"] = id },
        ApiCall.ListFiles list => new JsonObject
        {
            ["op"] = "listFiles",
            ["query"] = new JsonObject(list.Query.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value))),
        },
        ApiCall.ListAllFiles(var limit) => new JsonObject { ["op"] = "listAllFiles", ["limit"] = limit },
        ApiCall.Delete(var id) => new JsonObject { ["op"] = "delete", ["id"] = id },
        ApiCall.Download(var id) => new JsonObject { ["op"] = "content", ["id"] = id },
        ApiCall.Chat(var body) => new JsonObject { ["op"] = "chat", ["body"] = body.DeepClone() },
        ApiCall.ListModels => new JsonObject { ["op"] = "listModels" },
        ApiCall.RetrieveModel(var id) => new JsonObject { ["op"] = "retrieveModel", ["id"] = id },
        _ => throw new NotSupportedException($"The package has no method for {call.GetType().Name}."),
    };
}
