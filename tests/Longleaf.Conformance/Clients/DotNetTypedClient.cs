using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Files;

namespace Longleaf.Conformance.Clients;

/// <summary>
/// The official .NET package through its typed models: messages and options go in as its types, and what comes out is what its types
/// read, written as JSON again. Its types of files are closed: only batch files pass (contract 12).
/// </summary>
internal sealed class DotNetTypedClient(ServerAccess server) : IConformanceClient
{
    public async Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(DotNetClient.Client(server, call), call, cancellationToken);
        }
        catch (ClientResultException exception)
        {
            return DotNetClient.Thrown(exception);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<ApiReply> SendAsync(OpenAIClient client, ApiCall call, CancellationToken cancellationToken)
    {
        var files = client.GetOpenAIFileClient();
        switch (call)
        {
            case ApiCall.Upload upload:
                using (var content = new MemoryStream(upload.Content))
                {
                    return Reply(await files.UploadFileAsync(content, upload.FileName, new FileUploadPurpose(upload.Purpose!), cancellationToken));
                }

            case ApiCall.Retrieve(var id):
                return Reply(await files.GetFileAsync(id, cancellationToken));
            case ApiCall.Delete(var id):
                return Reply(await files.DeleteFileAsync(id, cancellationToken));
            case ApiCall.Download(var id):
                var data = await files.DownloadFileAsync(id, cancellationToken);
                return Head(data) with { Content = data.Value.ToString() };
            case ApiCall.ListModels:
                var models = await client.GetOpenAIModelClient().GetModelsAsync(cancellationToken);
                return Head(models) with { Body = Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. models.Value.Select(model => Node(model))]) }) };
            case ApiCall.RetrieveModel(var id):
                return Reply(await client.GetOpenAIModelClient().GetModelAsync(id, cancellationToken));
            case ApiCall.Chat { IsStream: true } chat:
                return await StreamAsync(client, chat.Body, cancellationToken);
            case ApiCall.Chat chat:
                return Reply(await client.GetChatClient(chat.Body["model"]!.GetValue<string>())
                    .CompleteChatAsync(Messages(chat.Body), Options(chat.Body), cancellationToken));
            default:
                throw new NotSupportedException($"The package has no typed method for {call.GetType().Name}.");
        }
    }

    private static async Task<ApiReply> StreamAsync(OpenAIClient client, JsonObject body, CancellationToken cancellationToken)
    {
        var updates = client.GetChatClient(body["model"]!.GetValue<string>())
            .CompleteChatStreamingAsync(Messages(body), Options(body), cancellationToken);
        var chunks = new List<JsonElement>();
        string? requestId = null;
        await foreach (var update in updates)
        {
            chunks.Add(Json(Node(update)));
            requestId = update.CompletionId["chatcmpl-".Length..];
        }

        return new ApiReply { Status = 200, Chunks = chunks, RequestId = requestId };
    }

    private static List<ChatMessage> Messages(JsonObject body) =>
        [.. body["messages"]!.AsArray().Select(message => ModelReaderWriter.Read<ChatMessage>(BinaryData.FromString(message!.ToJsonString()))!)];

    // The client writes model, messages and stream itself.
    private static ChatCompletionOptions Options(JsonObject body) => ModelReaderWriter.Read<ChatCompletionOptions>(BinaryData.FromString(
        new JsonObject(body.Where(member => member.Key is not ("model" or "messages" or "stream" or "stream_options"))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString()))!;

    private static ApiReply Reply<T>(ClientResult<T> result) => Head(result) with { Body = Json(Node(result.Value)) };

    private static ApiReply Head(ClientResult result) =>
        new() { Status = result.GetRawResponse().Status, RequestId = DotNetClient.RequestId(result.GetRawResponse()) };

    private static JsonNode? Node<T>(T model) => JsonNode.Parse(ModelReaderWriter.Write(model!).ToString());

    private static JsonElement Json(JsonNode? node) => JsonSerializer.SerializeToElement(node);
}
