using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Native;

public sealed class GenerationTests(ServerFixture fixture)
{
    private HttpClient Http => fixture.Server.Http;

    [Fact]
    public async Task An_answer_is_a_message_or_a_text()
    {
        var id = await TowerAsync();

        var (status, message) = await Http.GenerateAsync(NativeCalls.Question(id, "When was Skerryvore finished?"));
        Assert.Equal(200, status);
        var choice = message.GetProperty("output").GetProperty("choices")[0];
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Contains("1844", choice.GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
        var usage = message.GetProperty("usage");
        Assert.Equal(usage.GetProperty("total_tokens").GetInt32(), usage.GetProperty("input_tokens").GetInt32() + usage.GetProperty("output_tokens").GetInt32());
        Assert.True(Guid.TryParse(message.GetProperty("request_id").GetString(), out _));

        var (_, text) = await Http.GenerateAsync(NativeCalls.Question(id, "When was Skerryvore finished?", new { result_format = "text" }));
        Assert.Contains("1844", text.GetProperty("output").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(text.GetProperty("output").TryGetProperty("choices", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_holds_all_so_far_unless_increments_are_asked_for(bool incremental)
    {
        var id = await TowerAsync();
        var (status, events) = await Http.StreamAsync(NativeCalls.Question(id, "Who finished Skerryvore, and when?", new { incremental_output = incremental }));

        Assert.Equal(200, status);
        Assert.All(events.Select((lines, number) => (lines, number)), item =>
            Assert.Equal([$"id:{item.number + 1}", "event:result", ":HTTP_STATUS/200"], item.lines[..3]));
        var answers = events.Select(NativeCalls.Data).ToArray();
        Assert.All(answers[..^1], answer => Assert.Equal("null", Choice(answer).GetProperty("finish_reason").GetString()));
        Assert.Equal("stop", Choice(answers[^1]).GetProperty("finish_reason").GetString());
        var texts = answers.Select(answer => Choice(answer).GetProperty("message").GetProperty("content").GetString()!).ToArray();
        Assert.Contains("1844", incremental ? string.Concat(texts) : texts[^1], StringComparison.Ordinal);
        Assert.True(incremental ? texts[^1].Length == 0 : texts.Zip(texts.Skip(1)).All(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal)));
        var tokens = answers.Select(answer => answer.GetProperty("usage").GetProperty("output_tokens").GetInt32()).ToArray();
        Assert.Equal(tokens.Order(), tokens);
    }

    [Fact]
    public async Task An_error_of_a_stream_is_an_event_with_status_200()
    {
        var (status, events) = await Http.StreamAsync(NativeCalls.Question("file-fe-000000000000000000000000", "Who?"));

        Assert.Equal(200, status);
        var lines = Assert.Single(events);
        Assert.Equal(["id:1", "event:error", ":HTTP_STATUS/400"], lines[..3]);
        Assert.Equal("InvalidParameter", NativeCalls.Data(lines).GetProperty("code").GetString());
        Assert.Equal("Invalid file [id:file-fe-000000000000000000000000].", NativeCalls.Data(lines).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"input":{"prompt":"x"}}""", 400, "BadRequest.EmptyModel", "Required parameter \"model\" missing from request.")]
    [InlineData("""{"model":"qwen-long"}""", 400, "BadRequest.EmptyInput", "Required input parameter missing from request.")]
    [InlineData("""{"model":"qwen-long","input":{}}""", 400, "InvalidParameter", "Either \"prompt\" or \"messages\" must exist and cannot both be none")]
    [InlineData("""{"model":"nobody","input":{"prompt":"x"}}""", 404, "ModelNotFound", "Model can not be found.")]
    [InlineData("""{"model":"qwen-long","input":{"prompt":"x"},"parameters":{"seed":-1}}""", 400, "InvalidParameter", "Range of seed should be [0, 9223372036854775807]")]
    [InlineData("""{"model":"qwen-long","input":{"prompt":"x"},"parameters":{"result_format":"xml"}}""", 400, "InvalidParameter", "'result_format' must be 'text' or 'message', not 'xml'")]
    [InlineData("{", 400, "BadRequest.IllegalInput", "The input parameter requires json format.")]
    public async Task What_is_refused_is_refused_in_this_protocols_words(string request, int status, string code, string message)
    {
        using var response = await Http.PostAsync(NativeCalls.Generation, new StringContent(request));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((status, code, message), ((int)response.StatusCode, body.GetProperty("code").GetString(), body.GetProperty("message").GetString()));
        Assert.Equal(body.GetProperty("request_id").GetString(), response.Headers.GetValues("x-request-id").Single());
        Assert.Equal(3, body.EnumerateObject().Count());
    }

    [Fact]
    public async Task Asynchronous_answers_wrong_keys_and_unknown_paths_are_refused()
    {
        using var asynchronous = new HttpRequestMessage(HttpMethod.Post, NativeCalls.Generation) { Content = JsonContent.Create(new { }) };
        asynchronous.Headers.Add("X-DashScope-Async", "enable");
        using var refused = await Http.SendAsync(asynchronous);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("AccessDenied", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        using var stranger = new HttpRequestMessage(HttpMethod.Get, "api/v1/files");
        stranger.Headers.Authorization = new("Bearer", "sk-nobody");
        using var unauthorized = await Http.SendAsync(stranger);
        Assert.Equal("InvalidApiKey", (await unauthorized.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        using var unknown = await Http.GetAsync("api/v1/nothing");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("NotFound", (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_tokenizer_tells_ids_and_texts_of_tokens()
    {
        using var response = await Http.PostAsJsonAsync("api/v1/tokenizer", new { model = "qwen-long", input = new { messages = new[] { new { role = "user", content = "Hello 世界" } } } });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        // As the npm tokenizer of Qwen2.5 says.
        Assert.Equal([9707, 220, 99489], body.GetProperty("output").GetProperty("token_ids").EnumerateArray().Select(id => id.GetInt32()));
        Assert.Equal(["Hello", " ", "世界"], body.GetProperty("output").GetProperty("tokens").EnumerateArray().Select(token => token.GetString()));
        Assert.Equal(3, body.GetProperty("usage").GetProperty("input_tokens").GetInt32());
    }

    private static JsonElement Choice(JsonElement answer) => answer.GetProperty("output").GetProperty("choices")[0];

    private async Task<string> TowerAsync() =>
        (await Http.UploadAndWaitAsync("tower.txt", "Skerryvore is a lighthouse off Scotland.\n\nIt was finished in 1844 by Alan Stevenson.\n"u8.ToArray())).GetProperty("id").GetString()!;
}
