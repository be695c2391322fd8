using System.Net;
using System.Text;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

public sealed class ChatErrorTests(ServerFixture fixture)
{
    private const string User = """{"role":"user","content":"hi"}""";

    [Theory]
    [InlineData("""{"messages":[]}""", "you must provide a model parameter.")]
    [InlineData("""{"model":"qwen-long"}""", "Either \"prompt\" or \"messages\" must exist and cannot both be none")]
    [InlineData("""{"model":"qwen-long","messages":[]}""", "[] is too short - 'messages'")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"user"}]}""", "Input error. Field required: input.messages.0.content")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"user","content":7}]}""", "Input error. Input should be a valid string: input.messages.0.content")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"system","content":"x"}]}""", "The input messages do not contain elements with the role of user.")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"judge","content":"x"}]}""", "Role must be user or assistant and Content length must be greater than 0")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"system","content":"fileid://nope"},@U]}""", "Invalid file [id:nope].")]
    [InlineData("""{"model":"qwen-long","temperature":2,"messages":[@U]}""", "Temperature should be in [0.0, 2.0)")]
    [InlineData("""{"model":"qwen-long","temperature":"hot","messages":[@U]}""", "'temperature' must be Float")]
    [InlineData("""{"model":"qwen-long","top_p":0,"messages":[@U]}""", "Range of top_p should be (0.0, 1.0]")]
    [InlineData("""{"model":"qwen-long","top_k":-1,"messages":[@U]}""", "Parameter top_k be greater than or equal to 0")]
    [InlineData("""{"model":"qwen-long","presence_penalty":1e400,"messages":[@U]}""", "Presence_penalty should be in [-2.0, 2.0]")]
    [InlineData("""{"model":"qwen-long","repetition_penalty":0,"messages":[@U]}""", "Repetition_penalty should be greater than 0.0")]
    [InlineData("""{"model":"qwen-long","max_tokens":0,"messages":[@U]}""", "Range of max_tokens should be [1, 32768]")]
    [InlineData("""{"model":"qwen-long","max_tokens":32769,"messages":[@U]}""", "Range of max_tokens should be [1, 32768]")]
    [InlineData("""{"model":"qwen-long","seed":-1,"messages":[@U]}""", "-1 is lesser than the minimum of 0 - 'seed'")]
    [InlineData("""{"model":"qwen-long","n":2,"messages":[@U]}""", "Range of n should be [1, 1]")]
    [InlineData("""{"model":"qwen-long","logprobs":true,"messages":[@U]}""", "This model does not support logprobs.")]
    [InlineData("""{"model":"qwen-long","tools":[{}],"messages":[@U]}""", "The tool call is not supported.")]
    [InlineData("""{"model":"qwen-long","enable_search":true,"messages":[@U]}""", "This model does not support enable_search.")]
    [InlineData("""{"model":"qwen-long","enable_thinking":true,"messages":[@U]}""", "The model qwen-long does not support enable_thinking.")]
    [InlineData("""{"model":"qwen-long","messages":""", "The input parameter requires json format.")]
    [InlineData("""{"\ud800":1,"model":"qwen-long","messages":[@U]}""", "The input parameter requires json format.")]
    [InlineData("""[1]""", "Required body invalid, please check the request body format.")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"user","content":"\ud800"}]}""", "Input error. Input should be a valid string: input.messages.0.content")]
    public async Task A_bad_request_is_refused_in_the_contracts_words(string body, string message)
    {
        var (status, error) = await PostAsync(body.Replace("@U", User, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(message, error.Message());
        Assert.Equal("invalid_request_error", error.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"model":"qwen-long","tools":[],"enable_search":false,"enable_thinking":null,"n":1,"logprobs":false,"messages":[@U]}""")]
    [InlineData("""{"model":"qwen-long","messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]}""")]
    [InlineData("""{"model":"qwen-long","stop":[[37763,367]],"seed":1234,"messages":[@U]}""")]
    public async Task What_says_nothing_wrong_passes(string body) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body.Replace("@U", User, StringComparison.Ordinal))).Status);

    [Theory]
    [InlineData(9_999_977, HttpStatusCode.OK)]
    [InlineData(9_999_990, HttpStatusCode.BadRequest)]
    public async Task Documents_of_more_than_ten_million_tokens_in_all_are_refused(long tokensOfFirst, HttpStatusCode expected)
    {
        var server = fixture.Server;
        var ids = new List<string>();
        foreach (var text in new[] { "Skerryvore was finished in 1844.", "Bell Rock." })
        {
            ids.Add((await server.Http.UploadAndWaitAsync("tower.txt", Encoding.UTF8.GetBytes(text))).GetProperty("id").GetString()!);
        }

        // The count in the row is what is summed; a text of ten million tokens would take half a minute to parse.
        await ServerDatabase.SetTokensAsync(server, ids[0], tokensOfFirst);
        var (status, body) = await PostAsync(
            """{"model":"qwen-long","messages":[{"role":"system","content":"fileid://@1,fileid://@2"},@U]}"""
                .Replace("@1", ids[0], StringComparison.Ordinal).Replace("@2", ids[1], StringComparison.Ordinal).Replace("@U", User, StringComparison.Ordinal));

        Assert.Equal(expected, status);
        if (expected != HttpStatusCode.OK)
        {
            Assert.Equal("Total message token length exceed model limit (10000000 tokens).", body.Message());
            Assert.Equal("invalid_parameter_error", body.GetProperty("error").GetProperty("code").GetString());
            Assert.StartsWith("chatcmpl-", body.GetProperty("id").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_model_is_not_found()
    {
        var (status, error) = await PostAsync("""{"model":"gpt","messages":[@U]}""".Replace("@U", User, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("The model `gpt` does not exist or you do not have access to it.", error.Message());
        Assert.Equal("model_not_found", error.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk-wrong")]
    public async Task A_key_that_is_none_is_refused(string? key)
    {
        using var stranger = fixture.Server.ClientFor(key);
        using var response = await stranger.GetAsync("v1/models");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal("invalid_api_key", body.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(response.Headers.GetValues("x-request-id").Single(), body.GetProperty("request_id").GetString());
    }

    [Fact]
    public async Task More_than_100_files_are_too_many()
    {
        var ids = string.Join(",", Enumerable.Range(0, 101).Select(number => $"fileid://file-fe-{number:x24}"));
        var (_, error) = await PostAsync(
            JsonSerializer.Serialize(new { model = "qwen-long", messages = new object[] { new { role = "system", content = ids }, new { role = "user", content = "?" } } }));
        Assert.Equal("Too many files provided.", error.Message());
    }

    [Fact]
    public async Task A_user_turn_of_more_than_9000_tokens_is_too_long_beside_documents()
    {
        var question = string.Concat(Enumerable.Repeat(" word", 9_001));
        object[] Messages(int systems) =>
            [.. Enumerable.Range(0, systems).Select(_ => (object)new { role = "system", content = "text" }), new { role = "user", content = question }];
        var (_, error) = await PostAsync(JsonSerializer.Serialize(new { model = "qwen-long", messages = Messages(2) }));
        Assert.Equal("Range of input length should be [1, 9000]", error.Message());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(JsonSerializer.Serialize(new { model = "qwen-long", messages = Messages(1) }))).Status);
    }

    [Fact]
    public async Task Unknown_paths_methods_and_large_bodies_get_the_envelope()
    {
        Assert.Equal((HttpStatusCode.NotFound, "Not found!"), await MessageAsync(HttpMethod.Get, "v1/nothing"));
        Assert.Equal((HttpStatusCode.NotFound, "Not found!"), await MessageAsync(HttpMethod.Get, "nothing"));
        Assert.Equal((HttpStatusCode.BadRequest, "Request method 'GET' is not supported."), await MessageAsync(HttpMethod.Get, "v1/chat/completions"));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Payload Too Large."),
            await MessageAsync(HttpMethod.Post, "v1/chat/completions", new ByteArrayContent(new byte[(16 << 20) + 10])));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "The input parameter requires json format."),
            await MessageAsync(HttpMethod.Post, "v1/chat/completions", new StringContent(new string('[', 10_000))));
    }

    private async Task<(HttpStatusCode Status, string Message)> MessageAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var (status, body) = await fixture.Server.Http.SendAsync(method, path, content);
        return (status, body.Message());
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string body) => fixture.Server.Http.SendAsync(
        HttpMethod.Post, "compatible-mode/v1/chat/completions", new StringContent(body, Encoding.UTF8, "application/json"));
}
