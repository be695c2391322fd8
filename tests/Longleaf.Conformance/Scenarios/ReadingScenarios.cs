using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Rules;
using Longleaf.Tests;

namespace Longleaf.Conformance.Scenarios;

/// <summary>What Longleaf answers beyond the original, to those who ask for it (contract, decisions); and files within a message.</summary>
internal static class ReadingScenarios
{
    private static readonly (string Reading, string Message)[] Refused =
    [
        ("""{"mode":"most"}""", "'reading.mode' must be one of 'auto', 'full', 'retrieve', 'read_all'"), ("""{"citations":"yes"}""", "'reading.citations' must be Boolean"),
        ("""{"max_read_tokens":0}""", "Range of reading.max_read_tokens should be [1, 10000000]"),
        ("""{"citation":true}""", "'reading' has no 'citation'; it has mode, citations, coverage, usage, wait_for_files, plan_only, fallback, max_read_tokens"), ("[]", "'reading' must be an object"),
    ];

    public static IEnumerable<Scenario> All() =>
    [
        new("reading", "Without it nothing is added; with it citations hold in the text that the file's content is", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            Assert.False((await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200).Body.TryGetProperty("longleaf", out _));
            var reply = (await run.ChatAsync(Requests.Ask(Samples.Question, id), ("reading", Both()))).Expect(200);
            Assert.Contains(Samples.Answer, reply.Answer, StringComparison.Ordinal);
            var content = (await run.CallAsync(new ApiCall.Download(id))).Expect(200).Content!.EnumerateRunes().ToList();
            Check(reply.Body.GetProperty("longleaf"), id, content);
        }),
        new("reading", "In a stream it comes after the finish chunk and before the usage", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            var usage = new JsonObject { ["include_usage"] = true };
            var chunks = (await run.ChatAsync(Requests.Ask(Samples.Question, id), ("stream", true), ("stream_options", usage), ("reading", Both()))).Expect(200).Chunks;
            Assert.Equal("stop", chunks[^3].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
            Assert.Equal(0, chunks[^2].GetProperty("choices").GetArrayLength());
            Assert.NotEqual(0, chunks[^2].GetProperty("longleaf").GetProperty("citations").GetArrayLength());
            Assert.NotEqual(JsonValueKind.Null, chunks[^1].GetProperty("usage").ValueKind);
        }),
        new("reading", "A plan reads nothing and says what would be read", ClientKinds.Compatible, async run =>
        {
            var reply = (await run.ChatAsync(Requests.Ask(Samples.Question, await run.LighthouseAsync()), ("reading", new JsonObject { ["plan_only"] = true }))).Expect(200);
            Assert.Equal("", reply.Answer);
            Assert.NotEmpty(reply.Body.GetProperty("longleaf").GetProperty("coverage").GetProperty("why").GetString()!);
        }),
        new("reading", "Every mode answers", ClientKinds.Compatible, async run =>
        {
            foreach (var mode in new[] { "auto", "full", "retrieve", "read_all" })
            {
                var reply = await run.ChatAsync(Requests.Ask(Samples.Question, await run.LighthouseAsync()), ("reading", new JsonObject { ["mode"] = mode }));
                Assert.Contains(Samples.Answer, reply.Expect(200).Answer, StringComparison.Ordinal);
            }
        }),
        .. Refused.Select(row => new Scenario("reading", $"{row.Reading} is refused, saying what there is", ClientKinds.Compatible, async run =>
            Assert.Equal(row.Message, (await run.ChatAsync(Requests.Ask("?"), ("reading", JsonNode.Parse(row.Reading)))).Expect(400).ErrorMessage))),
        new("reading", "A chat that waits for its files answers at once after an upload", ClientKinds.Compatible, async run =>
        {
            var id = await run.UploadAsync("waited.txt", $"The password of {run.Kind} {Guid.NewGuid()} is heather.");
            var reply = await run.ChatAsync(Requests.Ask("What is the password?", id), ("reading", new JsonObject { ["wait_for_files"] = true }));
            Assert.Contains("heather", reply.Expect(200).Answer, StringComparison.Ordinal);
            var second = await run.UploadAsync("waited-2.txt", $"The password of {run.Kind} {Guid.NewGuid()} is bracken.");
            var stream = await run.ChatAsync(Requests.Ask("What is the password?", second), ("stream", true), ("reading", new JsonObject { ["wait_for_files"] = true }));
            Assert.Contains("bracken", stream.Expect(200).Answer, StringComparison.Ordinal);
        }),
        new("reading", "Comments while a file is read disturb no client", ClientKinds.CompatibleAndTyped, async run =>
        {
            var reply = await AfterUploadAsync(run, body => run.CallAsync(new ApiCall.Chat(body)));
            Assert.Contains("heather", reply.Expect(200).Answer, StringComparison.Ordinal);
        }),
        new("reading", "They are there, and stand between events", ClientKinds.Socket, async run =>
        {
            var reply = await AfterUploadAsync(run, body => run.SendAsync(Requests.Raw(run.Server, "POST /v1/chat/completions", body)));
            var events = ServerSentEvents.Read(reply.Text);
            Assert.Contains(events, item => item.IsComment);
            Assert.All(events, item => Assert.Single(item.Lines));
        }),
        new("reading", "Under parameters it works in DashScope's protocol", ClientKinds.Native, async run =>
        {
            var id = await run.LighthouseAsync();
            var body = new JsonObject
            {
                ["model"] = "qwen-long",
                ["input"] = new JsonObject { ["messages"] = Requests.Ask(Samples.Question, id) },
                ["parameters"] = new JsonObject { ["reading"] = Both() },
            };
            var whole = (await run.CallAsync(new ApiCall.Generate(body))).Expect(200);
            Assert.NotEqual(0, whole.Body.GetProperty("longleaf").GetProperty("citations").GetArrayLength());
            var stream = (await run.CallAsync(new ApiCall.Generate(body, IsStream: true))).Expect(200);
            Assert.True(stream.Chunks[^1].TryGetProperty("longleaf", out _));
            Assert.All(stream.Chunks.SkipLast(1), chunk => Assert.False(chunk.TryGetProperty("longleaf", out _)));
        }),
        new("reading", "A file part of a user message names a file", ClientKinds.Compatible, async run =>
            Assert.Contains(Samples.Answer, (await run.ChatAsync([Parts(File(("file_id", await run.LighthouseAsync())))])).Expect(200).Answer, StringComparison.Ordinal)),
        new("reading", "A file part of a user message may be the file itself, and is kept for the request only", ClientKinds.Compatible, async run =>
        {
            var before = Count(await run.CallAsync(new ApiCall.ListFiles()));
            var data = $"data:text/markdown;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Samples.First))}";
            Assert.Contains(
                Samples.Answer, (await run.ChatAsync([Parts(File(("filename", Samples.FirstName), ("file_data", data)))])).Expect(200).Answer, StringComparison.Ordinal);
            Assert.Equal(before, Count(await run.CallAsync(new ApiCall.ListFiles())));
        }),
        new("reading", "A file part that is none is refused", ClientKinds.Compatible, async run =>
        {
            foreach (var file in new[] { File(), File(("file_id", "file-fe-000000000000000000000000")), File(("filename", "a.txt"), ("file_data", "not base64!")) })
            {
                Assert.NotEmpty((await run.ChatAsync([Parts(file)])).Expect(400).ErrorMessage!);
            }
        }),
    ];

    // Long enough that a chat right after the upload has to wait for it.
    private static async Task<T> AfterUploadAsync<T>(ScenarioRun run, Func<JsonObject, Task<T>> ask)
    {
        var text = new StringBuilder($"The password is heather.\n\n{Guid.NewGuid()}\n\n");
        for (var line = 0; text.Length < 1_000_000; line++)
        {
            text.Append($"Line {line} of the log of the lighthouse says that the weather was fair.\n\n");
        }

        using var http = new HttpClient { BaseAddress = run.Server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", run.Server.ApiKey);
        var (_, file) = await http.UploadAsync("log.txt", Encoding.UTF8.GetBytes(text.ToString()));
        return await ask(Requests.Chat(
            Requests.Ask("What is the password?", file.GetProperty("id").GetString()!), ("stream", true), ("reading", new JsonObject { ["wait_for_files"] = true })));
    }

    private static JsonObject Both() => new() { ["citations"] = true, ["coverage"] = true };

    private static JsonObject Parts(JsonObject part) => new()
    {
        ["role"] = "user",
        ["content"] = new JsonArray(part, new JsonObject { ["type"] = "text", ["text"] = Samples.Question }),
    };

    private static JsonObject File(params (string Name, string Value)[] members) => new()
    {
        ["type"] = "file",
        ["file"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))),
    };

    private static int Count(ApiReply reply) => reply.Expect(200).Body.GetProperty("data").GetArrayLength();

    private static void Check(JsonElement longleaf, string id, List<Rune> content)
    {
        JsonShape.Keys(longleaf, ["citations", "coverage"]);
        var citations = longleaf.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        for (var i = 0; i < citations.Count; i++)
        {
            JsonShape.Keys(citations[i], ["index", "quote", "file_id", "filename", "start", "end"], "page", "sheet", "row", "section", "field");
            Assert.Equal((i + 1, id, Samples.FirstName), (JsonShape.Count(citations[i], "index"), JsonShape.Text(citations[i], "file_id"), JsonShape.Text(citations[i], "filename")));
            var (start, end) = (JsonShape.Count(citations[i], "start"), JsonShape.Count(citations[i], "end"));
            Assert.Equal(JsonShape.Text(citations[i], "quote"), string.Concat(content[start..end]));
        }

        var coverage = longleaf.GetProperty("coverage");
        JsonShape.Keys(coverage, ["mode", "why", "calls", "tokens_read", "tokens_total", "files"]);
        var file = Assert.Single(coverage.GetProperty("files").EnumerateArray());
        JsonShape.Keys(file, ["file_id", "state", "passages_read", "passages", "tokens_read", "tokens"]);
        JsonShape.OneOf(JsonShape.Text(file, "state"), "read", "searched", "skipped");
    }
}
