using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using Longleaf.Conformance.Rules;
using OpenAI;

namespace Longleaf.Conformance.Clients;

/// <summary>The official .NET package through its protocol methods, which take and give JSON.</summary>
internal sealed class DotNetClient(ServerAccess server) : IConformanceClient
{
    public async Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call is ApiCall.ListAllFiles(var limit))
        {
            return await PagedFiles.ReadAsync(this, limit, cancellationToken);
        }

        try
        {
            return await ReplyAsync(call, (await SendAsync(call, cancellationToken)).GetRawResponse(), cancellationToken);
        }
        catch (ClientResultException exception)
        {
            return Thrown(exception);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the package throws for an answer that is an error.</summary>
    public static ApiReply Thrown(ClientResultException exception)
    {
        var response = exception.GetRawResponse()!;
        return new ApiReply
        {
            Status = exception.Status,
            Body = JsonSerializer.Deserialize<JsonElement>(response.Content),
            RequestId = RequestId(response),
            Thrown = exception.Message,
        };
    }

    public static string? RequestId(PipelineResponse response) => response.Headers.TryGetValue("x-request-id", out var id) ? id : null;

    /// <summary>A client of the package for a call: only endpoint and key are set.</summary>
    public static OpenAIClient Client(ServerAccess server, ApiCall call) => new(
        new ApiKeyCredential(call.Key is { Length: > 0 } key ? key : server.ApiKey),
        new OpenAIClientOptions { Endpoint = new Uri(server.Address, call.Base), RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });

    private async Task<ClientResult> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var client = Client(server, call);
        var options = new RequestOptions { CancellationToken = cancellationToken, BufferResponse = call is not ApiCall.Chat { IsStream: true } };
        switch (call)
        {
            case ApiCall.Upload upload:
                using (var form = Form(upload))
                {
                    using var body = BinaryContent.Create(await form.ReadAsStreamAsync(cancellationToken));
                    return await client.GetOpenAIFileClient().UploadFileAsync(body, form.Headers.ContentType!.ToString(), options);
                }

            case ApiCall.Retrieve(var id):
                return await client.GetOpenAIFileClient().GetFileAsync(id, options);
            case ApiCall.Delete(var id):
                return await client.GetOpenAIFileClient().DeleteFileAsync(id, options);
            case ApiCall.Download(var id):
                return await client.GetOpenAIFileClient().DownloadFileAsync(id, options);
            case ApiCall.Chat(var json):
                using (var body = BinaryContent.Create(BinaryData.FromString(json.ToJsonString())))
                {
                    return await client.GetChatClient("qwen-long").CompleteChatAsync(body, options);
                }

            case ApiCall.ListModels:
                return await client.GetOpenAIModelClient().GetModelsAsync(options);
            case ApiCall.RetrieveModel(var id):
                return await client.GetOpenAIModelClient().GetModelAsync(id, options);
            default:
                return await PipelineAsync(client, HttpShape.Of(call), options);
        }
    }

    // What its methods have no parameter for goes through its pipeline, with its key and policies.
    private async Task<ClientResult> PipelineAsync(OpenAIClient client, HttpShape shape, RequestOptions options)
    {
        var pipeline = client.GetOpenAIFileClient().Pipeline;
        using var message = pipeline.CreateMessage(new Uri(server.Address, shape.Target), shape.Method, PipelineMessageClassifier.Create([200]));
        message.Apply(options);
        await pipeline.SendAsync(message);
        return message.Response!.IsError
            ? throw new ClientResultException(message.Response)
            : ClientResult.FromResponse(message.ExtractResponse()!);
    }

    private static MultipartFormDataContent Form(ApiCall.Upload upload)
    {
        // The framework would write a name that is not ASCII as an encoded word, which no server reads.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        var file = new ByteArrayContent(upload.Content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{upload.FileName}\"");
        form.Add(file);
        if (upload.Purpose is { } purpose)
        {
            form.Add(new StringContent(purpose), "purpose");
        }

        return form;
    }

    private static async Task<ApiReply> ReplyAsync(ApiCall call, PipelineResponse response, CancellationToken cancellationToken)
    {
        var reply = new ApiReply { Status = response.Status, RequestId = RequestId(response) };
        if (call is not ApiCall.Chat { IsStream: true })
        {
            return call is ApiCall.Download
                ? reply with { Content = response.Content.ToString() }
                : reply with { Body = JsonSerializer.Deserialize<JsonElement>(response.Content) };
        }

        using var reader = new StreamReader(response.ContentStream!);
        var events = ServerSentEvents.Read(await reader.ReadToEndAsync(cancellationToken));
        return reply with { Chunks = ServerSentEvents.Chunks(events) };
    }
}
