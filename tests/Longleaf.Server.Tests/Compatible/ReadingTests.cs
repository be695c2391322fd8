using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

public sealed class ReadingTests(ServerFixture fixture)
{
    private static readonly byte[] Tower = "# Skerryvore\n\nSkerryvore is a lighthouse off Scotland. 🌍\n\nIt was finished in 1844 by Alan Stevenson.\n"u8.ToArray();

    private HttpClient Http => fixture.Server.Http;

    [Fact]
    public async Task Citations_are_found_in_the_content_at_the_place_they_name()
    {
        var id = (await Http.UploadAndWaitAsync("tower.md", Tower)).GetProperty("id").GetString()!;
        var answer = await AskAsync(id, "When was Skerryvore finished?", new { citations = true, coverage = true, usage = true });

        var content = (await Http.GetStringAsync($"v1/files/{id}/content")).EnumerateRunes().ToArray();
        var extension = answer.GetProperty("longleaf");
        var citation = extension.GetProperty("citations")[0];
        Assert.Equal((1, id, "tower.md", "Skerryvore"), (
            citation.GetProperty("index").GetInt32(),
            citation.GetProperty("file_id").GetString(),
            citation.GetProperty("filename").GetString(),
            citation.GetProperty("section").GetString()));
        var place = content[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()];
        Assert.Equal(citation.GetProperty("quote").GetString(), string.Concat(place));

        var coverage = extension.GetProperty("coverage");
        Assert.Equal("retrieve", coverage.GetProperty("mode").GetString());
        var file = Assert.Single(coverage.GetProperty("files").EnumerateArray());
        Assert.Equal((id, "read", 1), (file.GetProperty("file_id").GetString(), file.GetProperty("state").GetString(), file.GetProperty("passages_read").GetInt32()));
        Assert.InRange(file.GetProperty("tokens_read").GetInt32(), 1, file.GetProperty("tokens").GetInt32());
        Assert.Equal(0, extension.GetProperty("usage").GetProperty("calls").GetInt32());
    }

    [Fact]
    public async Task What_was_not_asked_for_is_not_there()
    {
        var id = (await Http.UploadAndWaitAsync("tower.md", Tower)).GetProperty("id").GetString()!;

        Assert.False((await AskAsync(id, "When was Skerryvore finished?", null)).TryGetProperty("longleaf", out _));
        Assert.False((await AskAsync(id, "When was Skerryvore finished?", new { mode = "auto" })).TryGetProperty("longleaf", out _));
        var coverage = await AskAsync(id, "When was Skerryvore finished?", new { coverage = true });
        Assert.Equal(["coverage"], coverage.GetProperty("longleaf").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_plan_reads_nothing_and_a_full_reading_reads_everything()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 6_000).Select(number => $"The keeper of lamp {number} is called Keeper{number} and lives on the island of Tiree."));
        var id = (await Http.UploadAndWaitAsync("keepers.txt", Encoding.UTF8.GetBytes(text))).GetProperty("id").GetString()!;

        var plan = await AskAsync(id, "Who is the keeper of lamp 77?", new { plan_only = true });
        Assert.Equal("", Content(plan));
        Assert.Equal(0, plan.GetProperty("longleaf").GetProperty("coverage").GetProperty("tokens_read").GetInt32());

        var some = (await AskAsync(id, "Who is the keeper of lamp 77?", new { coverage = true })).GetProperty("longleaf").GetProperty("coverage");
        Assert.Equal("searched", some.GetProperty("files")[0].GetProperty("state").GetString());
        var all = (await AskAsync(id, "Who is the keeper of lamp 77?", new { coverage = true, mode = "read_all" })).GetProperty("longleaf").GetProperty("coverage");
        Assert.Equal(("read_all", "read"), (all.GetProperty("mode").GetString(), all.GetProperty("files")[0].GetProperty("state").GetString()));
        var few = (await AskAsync(id, "Who is the keeper of lamp 77?", new { coverage = true, mode = "read_all", max_read_tokens = 1000 })).GetProperty("longleaf").GetProperty("coverage");
        Assert.InRange(few.GetProperty("tokens_read").GetInt32(), 100, all.GetProperty("tokens_read").GetInt32() / 2);
    }

    [Theory]
    [InlineData("""{"mode":"most"}""", "'reading.mode' must be one of 'auto', 'full', 'retrieve', 'read_all'")]
    [InlineData("""{"citation":true}""", "'reading' has no 'citation'; it has mode, citations, coverage, usage, wait_for_files, plan_only, fallback, max_read_tokens")]
    [InlineData("""{"citations":"yes"}""", "'reading.citations' must be Boolean")]
    [InlineData("""{"max_read_tokens":0}""", "Range of reading.max_read_tokens should be [1, 10000000]")]
    [InlineData("[]", "'reading' must be an object")]
    public async Task What_reading_does_not_have_is_refused(string reading, string message)
    {
        using var response = await Http.PostAsync(
            "v1/chat/completions", new StringContent($$"""{"model":"qwen-long","messages":[{"role":"user","content":"x"}],"reading":{{reading}}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_stream_has_the_extension_between_the_finish_and_the_usage()
    {
        var id = (await Http.UploadAndWaitAsync("tower.md", Tower)).GetProperty("id").GetString()!;
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            stream = true,
            stream_options = new { include_usage = true },
            reading = new { citations = true },
            messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = "When was Skerryvore finished?" } },
        });
        var chunks = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[..^1]
            .Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement).ToArray();

        Assert.Equal("stop", chunks[^3].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0, chunks[^2].GetProperty("choices").GetArrayLength());
        Assert.Equal(1, chunks[^2].GetProperty("longleaf").GetProperty("citations").GetArrayLength());
        Assert.Equal(JsonValueKind.Object, chunks[^1].GetProperty("usage").ValueKind);
    }

    [Fact]
    public async Task A_file_that_is_not_parsed_yet_is_waited_for_when_that_is_asked()
    {
        var (_, body) = await Http.UploadAsync("long.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The lamp is lit at dusk and put out at dawn.\n\n", 100_000))));
        var id = body.GetProperty("id").GetString()!;
        using var refused = await Http.ChatAsync(Request(id, "When is the lamp lit?", new { }));
        using var answered = await Http.ChatAsync(Request(id, "When is the lamp lit?", new { wait_for_files = true }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Contains("dusk", Content(await answered.Content.ReadFromJsonAsync<JsonElement>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_waits_says_so_in_comments()
    {
        var (_, body) = await Http.UploadAsync("long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The lamp is lit at dusk and put out at dawn.\n\n", 120_000))));
        var id = body.GetProperty("id").GetString()!;
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            stream = true,
            reading = new { wait_for_files = true },
            messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = "When is the lamp lit?" } },
        });
        var lines = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith($": {id}: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("data: [DONE]", lines[^1]);
    }

    private static object Request(string id, string question, object? reading) => new
    {
        model = "qwen-long",
        reading,
        messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = question } },
    };

    private static string Content(JsonElement answer) => answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    private async Task<JsonElement> AskAsync(string id, string question, object? reading)
    {
        using var response = await Http.ChatAsync(Request(id, question, reading));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, body.ToString());
        return body;
    }
}
