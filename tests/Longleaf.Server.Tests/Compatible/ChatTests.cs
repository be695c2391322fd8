using System.Net.Http.Json;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

public sealed class ChatTests(ServerFixture fixture)
{
    private HttpClient Http => fixture.Server.Http;

    [Fact]
    public async Task A_question_over_a_file_is_answered_from_it()
    {
        var id = await UploadAsync("tower.txt", "Skerryvore is a lighthouse off Scotland.\n\nIt was finished in 1844 by Alan Stevenson.\n");
        Assert.Contains("1844", await Http.AskAsync([id], "When was Skerryvore finished?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_may_be_given_as_text()
    {
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[]
            {
                new { role = "system", content = "You are a helpful assistant." },
                new { role = "system", content = "The ferry to Tiree leaves Oban at 7:15 every morning.\n\nIt takes four hours." },
                new { role = "user", content = "When does the ferry to Tiree leave?" },
            },
        });
        var answer = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        Assert.Contains("7:15", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.4\n")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\u007fELF\n\n")]
    [InlineData("@deep\n\n")]
    public async Task A_document_given_as_text_is_text_whatever_it_looks_like(string start)
    {
        var text = start.Replace("@deep", new string('>', 100_000) + " x", StringComparison.Ordinal);
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[]
            {
                new { role = "system", content = "You are a helpful assistant." },
                new { role = "system", content = text + "The ferry to Tiree leaves Oban at 7:15 every morning." },
                new { role = "user", content = "When does the ferry to Tiree leave?" },
            },
        });
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("7:15", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_framed_as_recorded()
    {
        var id = await UploadAsync("tower.txt", "Skerryvore was finished in 1844.\n");
        using var response = await Http.ChatAsync(Request(id, "When was Skerryvore finished?", stream: true, includeUsage: true));
        Assert.Equal("text/event-stream;charset=UTF-8", response.Content.Headers.GetValues("Content-Type").Single().Replace("; ", ";", StringComparison.Ordinal), ignoreCase: true);

        var text = await response.Content.ReadAsStringAsync();
        Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
        var events = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(events, line => Assert.StartsWith("data: ", line, StringComparison.Ordinal));
        var chunks = events[..^1].Select(line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..])).ToList();

        Assert.Equal("assistant", Delta(chunks[0]).GetProperty("role").GetString());
        Assert.Equal("", Delta(chunks[0]).GetProperty("content").GetString());
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0, chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
        Assert.Single(chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
        Assert.Equal($"chatcmpl-{response.Headers.GetValues("x-request-id").Single()}", chunks[0].GetProperty("id").GetString());
        var answer = string.Concat(chunks.SkipLast(1).Select(chunk => Delta(chunk).GetProperty("content").GetString()));
        Assert.Contains("1844", answer, StringComparison.Ordinal);

        using var whole = await Http.ChatAsync(Request(id, "When was Skerryvore finished?"));
        var body = await whole.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(answer, body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        Assert.Equal(chunks[^1].GetProperty("usage").ToString(), body.GetProperty("usage").ToString());
    }

    [Fact]
    public async Task Usage_counts_the_files_text_once_and_every_message()
    {
        var id = await UploadAsync("tower.txt", "Skerryvore was finished in 1844.");
        using var response = await Http.ChatAsync(Request($"{id},fileid://{id}", "When?"));
        var usage = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("usage");

        // "Skerryvore was finished in 1844." 13 + "When?" 2 + 2 messages x 4 + 3, by Qwen2.5's own tokenizer.
        var file = await Http.SendAsync(HttpMethod.Get, $"v1/files/{id}");
        var tokens = file.Body.GetProperty("longleaf").GetProperty("tokens").GetInt64();
        Assert.Equal(tokens + 2 + 8 + 3, usage.GetProperty("prompt_tokens").GetInt64());
        Assert.Equal(
            usage.GetProperty("prompt_tokens").GetInt64() + usage.GetProperty("completion_tokens").GetInt64(), usage.GetProperty("total_tokens").GetInt64());
    }

    [Fact]
    public async Task Max_tokens_cuts_with_length_and_stop_without_it()
    {
        var id = await UploadAsync("tower.txt", "Skerryvore is a lighthouse that was finished in 1844 by Alan Stevenson.\n");
        using var cut = await Http.ChatAsync(new { model = "qwen-long", max_tokens = 3, messages = Messages(id, "Who finished Skerryvore?") });
        var body = await cut.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("length", body.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.InRange(body.GetProperty("usage").GetProperty("completion_tokens").GetInt64(), 1, 3);

        using var stopped = await Http.ChatAsync(new { model = "qwen-long", stop = "Stevenson", messages = Messages(id, "Who finished Skerryvore?") });
        body = await stopped.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("stop", body.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.DoesNotContain("Stevenson", body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_appended_later_in_the_conversation_is_read()
    {
        var first = await UploadAsync("tower.txt", "Skerryvore was finished in 1844.\n");
        var second = await UploadAsync("rock.txt", "Bell Rock was finished in 1810 by Robert Stevenson.\n");
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[]
            {
                new { role = "system", content = "You are a helpful assistant." },
                new { role = "system", content = $"fileid://{first}" },
                new { role = "user", content = "When was Skerryvore finished?" },
                new { role = "assistant", content = "In 1844." },
                new { role = "system", content = $"fileid://{second}" },
                new { role = "user", content = "When was Bell Rock finished?" },
            },
        });
        var answer = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        Assert.Contains("1810", answer, StringComparison.Ordinal);
    }

    private static JsonElement Delta(JsonElement chunk) => chunk.GetProperty("choices")[0].GetProperty("delta");

    private static object[] Messages(string id, string question) =>
        [new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = question }];

    private static object Request(string id, string question, bool stream = false, bool includeUsage = false) => stream
        ? new { model = "qwen-long", stream, stream_options = new { include_usage = includeUsage }, messages = Messages(id, question) }
        : new { model = "qwen-long", messages = Messages(id, question) };

    private async Task<string> UploadAsync(string name, string text)
    {
        var file = await Http.UploadAndWaitAsync(name, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal("processed", file.GetProperty("status").GetString());
        return file.GetProperty("id").GetString()!;
    }
}
