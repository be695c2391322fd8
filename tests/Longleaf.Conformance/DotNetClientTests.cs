using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Files;

namespace Longleaf.Conformance;

/// <summary>The first slice through the official .NET package: protocol methods for files, typed chat.</summary>
public sealed class DotNetClientTests(ServerFixture fixture)
{
    private OpenAIClient Client => new(
        new ApiKeyCredential(fixture.Server.ApiKey),
        new OpenAIClientOptions { Endpoint = new Uri(fixture.Server.Address, "compatible-mode/v1") });

    [Fact]
    public async Task Files_by_protocol_methods_and_typed_chat_work_with_only_endpoint_and_key_changed()
    {
        var files = Client.GetOpenAIFileClient();
        var chat = Client.GetChatClient("qwen-long");
        var samples = Samples.Write();
        var id = await UploadAsync(files, samples.First);

        List<ChatMessage> messages =
        [
            new SystemChatMessage("You are a helpful assistant."), new SystemChatMessage($"fileid://{id}"), new UserChatMessage(Samples.Question),
        ];
        ChatCompletion whole = await chat.CompleteChatAsync(messages);
        Assert.Contains(Samples.Answer, whole.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, whole.FinishReason);
        Assert.True(whole.Usage.InputTokenCount > 50);

        var streamed = new StringBuilder();
        ChatTokenUsage? usage = null;
        await foreach (var update in chat.CompleteChatStreamingAsync(messages))
        {
            update.ContentUpdate.ToList().ForEach(part => streamed.Append(part.Text));
            usage ??= update.Usage;
        }

        Assert.Equal(whole.Content[0].Text, streamed.ToString());
        Assert.Equal(whole.Usage.TotalTokenCount, usage?.TotalTokenCount);

        var second = await UploadAsync(files, samples.Second);
        messages.AddRange([new AssistantChatMessage(whole), new SystemChatMessage($"fileid://{second}"), new UserChatMessage(Samples.LaterQuestion)]);
        ChatCompletion later = await chat.CompleteChatAsync(messages);
        Assert.Contains(Samples.LaterAnswer, later.Content[0].Text, StringComparison.Ordinal);

        var both = await chat.CompleteChatAsync(
        [
            new SystemChatMessage("You are a helpful assistant."), new SystemChatMessage($"fileid://{id},fileid://{second}"),
            new UserChatMessage(Samples.LaterQuestion),
        ]);
        Assert.Contains(Samples.LaterAnswer, both.Value.Content[0].Text, StringComparison.Ordinal);

        var deleted = await files.DeleteFileAsync(id, new RequestOptions());
        Assert.True(Json(deleted).GetProperty("deleted").GetBoolean());
        var unknown = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(messages[..3]));
        Assert.Contains($"Invalid file [id:{id}].", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(400, unknown.Status);
    }

    [Fact]
    public async Task A_wrong_key_and_an_unknown_model_are_errors_of_the_package()
    {
        var stranger = new OpenAIClient(
            new ApiKeyCredential("sk-wrong"), new OpenAIClientOptions { Endpoint = new Uri(fixture.Server.Address, "compatible-mode/v1") });
        var wrongKey = await Assert.ThrowsAsync<ClientResultException>(() => stranger.GetChatClient("qwen-long").CompleteChatAsync("hi"));
        Assert.Equal(401, wrongKey.Status);
        var wrongModel = await Assert.ThrowsAsync<ClientResultException>(() => Client.GetChatClient("gpt").CompleteChatAsync("hi"));
        Assert.Equal(404, wrongModel.Status);
    }

    private static async Task<string> UploadAsync(OpenAIFileClient files, string path)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "file", Path.GetFileName(path) },
            { new StringContent("file-extract"), "purpose" },
        };
        using var body = BinaryContent.Create(await form.ReadAsStreamAsync());
        var id = Json(await files.UploadFileAsync(body, form.Headers.ContentType!.ToString(), new RequestOptions())).GetProperty("id").GetString()!;
        while (Json(await files.GetFileAsync(id, new RequestOptions())).GetProperty("status").GetString() == "processing")
        {
            await Task.Delay(50);
        }

        return id;
    }

    private static JsonElement Json(ClientResult result) => JsonSerializer.Deserialize<JsonElement>(result.GetRawResponse().Content);
}
