using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Rules;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 4: DashScope's own protocol.</summary>
internal static class NativeScenarios
{
    private const string Generation = $"/{HttpShape.Generation}";
    private const string UnknownId = "file-fe-000000000000000000000000";

    private static readonly (string Name, string Json, int Status, string Code, string Message)[] Refused =
    [
        ("no model", """{"input":{"prompt":"hi"}}""", 400, "BadRequest.EmptyModel", "Required parameter \"model\" missing from request."),
        ("no input", """{"model":"qwen-long"}""", 400, "BadRequest.EmptyInput", "Required input parameter missing from request."),
        ("an empty input", """{"model":"qwen-long","input":{}}""", 400, "InvalidParameter", "Either \"prompt\" or \"messages\" must exist and cannot both be none"),
        ("no JSON", "{", 400, "BadRequest.IllegalInput", "The input parameter requires json format."),
        ("an unknown model", """{"model":"gpt-4","input":{"prompt":"hi"}}""", 404, "ModelNotFound", "Model can not be found."),
        ("empty messages", """{"model":"qwen-long","input":{"messages":[]}}""", 400, "InvalidParameter", "[] is too short - 'messages'"),
        ("an assistant without content", """{"model":"qwen-long","input":{"messages":[{"role":"user","content":"a"},{"role":"system","content":"b"},{"role":"assistant","tool_calls":[]}]}}""", 400, "InvalidParameter", "Input error. Field required: input.messages.2.content"),
        ("an unknown file", $$$"""{"model":"qwen-long","input":{"messages":[{"role":"system","content":"fileid://{{{UnknownId}}}"},{"role":"user","content":"a"}]}}""", 400, "InvalidParameter", $"Invalid file [id:{UnknownId}]."),
        ("top_p out of range", """{"model":"qwen-long","input":{"prompt":"hi"},"parameters":{"top_p":0}}""", 400, "InvalidParameter", "Range of top_p should be (0.0, 1.0]"),
        ("a seed out of range", """{"model":"qwen-long","input":{"prompt":"hi"},"parameters":{"seed":-1}}""", 400, "InvalidParameter", "Range of seed should be [0, 9223372036854775807]"),
        ("tools", """{"model":"qwen-long","input":{"prompt":"hi"},"parameters":{"tools":[{"type":"function","function":{"name":"f"}}]}}""", 400, "InvalidParameter", "The tool call is not supported."),
        ("enable_search", """{"model":"qwen-long","input":{"prompt":"hi"},"parameters":{"enable_search":true}}""", 400, "InvalidParameter", "This model does not support enable_search."),
        ("enable_thinking", """{"model":"qwen-long","input":{"prompt":"hi"},"parameters":{"enable_thinking":true}}""", 400, "InvalidParameter.NotSupportEnableThinking", "The model qwen-long does not support enable_thinking."),
    ];

    public static IEnumerable<Scenario> All() => [.. Answers(), .. Refusals(), .. Files(), .. Tokenizer()];

    private static IEnumerable<Scenario> Answers() =>
    [
        new("4.1", "Documented example: Generation.call with files, as a message", ClientKinds.Native, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, await run.LighthouseAsync())))).Expect(200);
            Assert.Contains(Samples.Answer, TextOf(reply.Body), StringComparison.Ordinal);
        }),
        new("4.1", "Documented example: result_format text", ClientKinds.Native, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, await run.LighthouseAsync(), ("result_format", "text"))))).Expect(200);
            Assert.Contains(Samples.Answer, reply.Body.GetProperty("output").GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal("stop", reply.Body.GetProperty("output").GetProperty("finish_reason").GetString());
        }),
        new("4.1", "A prompt stands for a user message", ClientKinds.Native, async run =>
        {
            var body = new JsonObject { ["model"] = "qwen-long", ["input"] = new JsonObject { ["prompt"] = "hi" } };
            Assert.NotEmpty(TextOf((await run.CallAsync(new ApiCall.Generate(body))).Expect(200).Body));
        }),
        new("4.1", "Documented example: a stream gives all so far, or what is new alone", ClientKinds.Native, async run =>
        {
            var id = await run.LighthouseAsync();
            var whole = TextOf((await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, id)))).Expect(200).Body);
            var cumulative = (await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, id), IsStream: true))).Expect(200).Chunks.Select(TextOf).ToList();
            Assert.True(cumulative.Count > 2);
            Assert.Equal(whole, cumulative[^1]);
            Assert.All(cumulative.Zip(cumulative.Skip(1)), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));

            var incremental = (await run.CallAsync(
                new ApiCall.Generate(Ask(Samples.Question, id, ("incremental_output", true), ("stream", true)), IsStream: true))).Expect(200).Chunks.Select(TextOf).ToList();
            Assert.Equal(whole, string.Concat(incremental));
            Assert.Equal("", incremental[^1]);
        }),
        new("4.1", "Both protocols give the same answer and count the same tokens", ClientKinds.Native, async run =>
        {
            var id = await run.LighthouseAsync();
            var native = (await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, id)))).Expect(200);
            var compatible = (await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200);
            Assert.Equal(compatible.Answer, TextOf(native.Body));
            Assert.Equal(
                compatible.Body.GetProperty("usage").GetProperty("prompt_tokens").GetInt32(), native.Body.GetProperty("usage").GetProperty("input_tokens").GetInt32());
        }),
        new("4.1", "The parameters that were recorded pass, and headers of a workspace and of inspection", ClientKinds.Native, async run =>
        {
            var body = Ask(
                Samples.Question, await run.LighthouseAsync(), ("result_format", "message"), ("seed", 1234), ("max_tokens", 1500), ("top_p", 0.8), ("top_k", 100), ("temperature", 0.85),
                ("repetition_penalty", 1.1), ("stop", JsonNode.Parse("[[37763,367]]")), ("enable_search", false), ("incremental_output", false));
            var call = new ApiCall.Generate(body) { Headers = [("X-DashScope-WorkSpace", "ws-1"), ("X-DashScope-DataInspection", "enable"), ("X-DashScope-OssResourceResolve", "enable")] };
            Assert.Contains(Samples.Answer, TextOf((await run.CallAsync(call)).Expect(200).Body), StringComparison.Ordinal);
        }),
        new("4.1", "max_tokens ends an answer with length, streamed too", ClientKinds.Native, async run =>
        {
            foreach (var isStream in new[] { false, true })
            {
                var reply = (await run.CallAsync(new ApiCall.Generate(Ask(Samples.Question, await run.LighthouseAsync(), ("max_tokens", 3)), isStream))).Expect(200);
                var last = isStream ? reply.Chunks[^1] : reply.Body;
                Assert.Equal("length", last.GetProperty("output").GetProperty("choices")[0].GetProperty("finish_reason").GetString());
                Assert.InRange(last.GetProperty("usage").GetProperty("output_tokens").GetInt32(), 1, 3);
            }
        }),
        new("4.1", "Accept alone asks for events, and their lines are those that were recorded", ClientKinds.Socket, async run =>
        {
            var body = Ask(Samples.Question, await run.LighthouseAsync(), ("incremental_output", true));
            var reply = await run.SendAsync(Requests.Raw(
                run.Server, $"POST {Generation}", "Content-Type: application/json\r\nAccept: text/event-stream\r\n", Encoding.UTF8.GetBytes(body.ToJsonString())));
            WireReply.Read(new ApiCall.Generate(body, IsStream: true), reply).Expect(200);
            Assert.StartsWith("id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"choices\":[{\"message\":{\"content\":\"", reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("[DONE]", reply.Text, StringComparison.Ordinal);
            Assert.Contains("\"finish_reason\":\"null\"", reply.Text, StringComparison.Ordinal);
            Assert.True(reply.Pieces.Count >= ServerSentEvents.Read(reply.Text).Count);
        }),
    ];

    private static IEnumerable<Scenario> Refusals() =>
    [
        .. Refused.Select(row => new Scenario("4.1", $"Refused in the documented words: {row.Name}", ClientKinds.Curl, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Request("POST", Generation, row.Json))).Expect(row.Status);
            Assert.Equal((row.Code, row.Message), (reply.Text("code"), reply.Text("message")));

            // In a stream: status 200 and an event whose name stands right after its colon.
            var stream = await run.SendAsync(Requests.Raw(
                run.Server, $"POST {Generation}", "Content-Type: application/json\r\nX-DashScope-SSE: enable\r\n", Encoding.UTF8.GetBytes(row.Json)));
            Assert.Equal(200, stream.Status);
            NativeRules.Stream(stream.Text, Guid.Parse(stream.Header("x-request-id")!));
            Assert.StartsWith($"id:1\nevent:error\n:HTTP_STATUS/{row.Status}\ndata:{{\"code\":\"{row.Code}\",", stream.Text, StringComparison.Ordinal);
        })),
        new("4.1", "A wrong key is refused in this protocol's words", ClientKinds.Native, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Generate(Ask("?")) { Key = "sk-wrong" })).Expect(401);
            Assert.Equal(("InvalidApiKey", "Invalid API-key provided."), (reply.Text("code"), reply.Text("message")));
        }),
        new("4.1", "An asynchronous call is refused as documented", ClientKinds.Native, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Generate(Ask("?")) { Headers = [("X-DashScope-Async", "enable")] })).Expect(403);
            Assert.Equal(("AccessDenied", "Current user api does not support asynchronous calls."), (reply.Text("code"), reply.Text("message")));
        }),
        new("4.1", "Unknown paths and methods are refused in this protocol's envelope", ClientKinds.Native, async run =>
        {
            var unknown = (await run.CallAsync(new ApiCall.Request("GET", "/api/v1/nothing"))).Expect(404);
            Assert.Equal(("NotFound", "Not found!"), (unknown.Text("code"), unknown.Text("message")));
            var method = (await run.CallAsync(new ApiCall.Request("GET", Generation))).Expect(400);
            Assert.Equal(("InvalidParameter", "Request method 'GET' is not supported."), (method.Text("code"), method.Text("message")));
        }),
    ];

    private static IEnumerable<Scenario> Files() =>
    [
        new("4.2", "Documented example: Files.upload, get, list, delete", ClientKinds.Native, async run =>
        {
            var content = Encoding.UTF8.GetBytes(Samples.Second);
            var uploaded = (await run.CallAsync(new ApiCall.NativeUpload("rock.txt", content, "a lighthouse"))).Expect(200).Body.GetProperty("data").GetProperty("uploaded_files");
            var id = Assert.Single(uploaded.EnumerateArray()).GetProperty("file_id").GetString()!;

            var file = (await run.CallAsync(new ApiCall.Request("GET", $"/api/v1/files/{id}"))).Expect(200).Body.GetProperty("data");
            JsonShape.Keys(file, ["id", "name", "description", "size", "md5", "region", "file_id", "url", "user_id", "api_key_id", "gmt_create", "purpose"]);
            Assert.Equal((id, "rock.txt", "a lighthouse"), (JsonShape.Text(file, "file_id"), JsonShape.Text(file, "name"), JsonShape.Text(file, "description")));
            Assert.Equal(content.Length, JsonShape.Count(file, "size"));
            Assert.True(DateTime.TryParseExact(JsonShape.Text(file, "gmt_create"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

            var page = (await run.CallAsync(new ApiCall.Request("GET", "/api/v1/files?page_no=1&page_size=2"))).Expect(200).Body.GetProperty("data");
            JsonShape.Keys(page, ["total", "files", "page_size", "page_no"]);
            Assert.Equal((1, 2), (JsonShape.Count(page, "page_no"), JsonShape.Count(page, "page_size")));
            Assert.Equal(id, page.GetProperty("files")[0].GetProperty("file_id").GetString());

            JsonShape.Keys((await run.CallAsync(new ApiCall.Request("DELETE", $"/api/v1/files/{id}"))).Expect(200).Body, ["request_id"]);
            Assert.Equal("File not found.", (await run.CallAsync(new ApiCall.Request("GET", $"/api/v1/files/{id}"))).Expect(404).Text("message"));
        }),
        new("4.2", "A file of one protocol is a file of the other", ClientKinds.Native, async run =>
        {
            var compatible = await run.LighthouseAsync();
            Assert.Equal(compatible, (await run.CallAsync(new ApiCall.Request("GET", $"/api/v1/files/{compatible}"))).Expect(200).Body.GetProperty("data").GetProperty("file_id").GetString());
            var native = (await run.CallAsync(new ApiCall.NativeUpload("rock.txt", Encoding.UTF8.GetBytes(Samples.Second), "-"))).Expect(200)
                .Body.GetProperty("data").GetProperty("uploaded_files")[0].GetProperty("file_id").GetString()!;
            Assert.Equal("rock.txt", (await run.CallAsync(new ApiCall.Retrieve(native))).Expect(200).Text("filename"));
        }),
        new("4.2", "A file that is not taken stands among the failed ones", ClientKinds.Native, async run =>
        {
            var data = (await run.CallAsync(new ApiCall.NativeUpload("program.exe", "MZ"u8.ToArray(), "-"))).Expect(200).Body.GetProperty("data");
            Assert.Equal(0, data.GetProperty("uploaded_files").GetArrayLength());
            Assert.Equal("program.exe", data.GetProperty("failed_uploads")[0].GetProperty("name").GetString());
        }),
        new("4.2", "An unknown id is not found, for every call", ClientKinds.Native, async run =>
        {
            foreach (var method in new[] { "GET", "DELETE" })
            {
                var reply = (await run.CallAsync(new ApiCall.Request(method, $"/api/v1/files/{UnknownId}"))).Expect(404);
                Assert.Equal(("InvalidParameter", "File not found."), (reply.Text("code"), reply.Text("message")));
            }
        }),
    ];

    private static IEnumerable<Scenario> Tokenizer() =>
    [
        new("4.3", "The tokens of a text are told, and their number", ClientKinds.Native, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Request(
                "POST", "/api/v1/tokenizer", """{"model":"qwen-long","input":{"prompt":"通义千问 by Alibaba"},"parameters":{}}"""))).Expect(200).Body;
            JsonShape.Keys(reply, ["output", "usage", "request_id"]);
            var output = reply.GetProperty("output");
            var count = JsonShape.Count(reply.GetProperty("usage"), "input_tokens");
            Assert.Equal((count, count), (output.GetProperty("token_ids").GetArrayLength(), output.GetProperty("tokens").GetArrayLength()));
            Assert.True(count > 2);
        }),
    ];

    private static JsonObject Ask(string question, string? fileId = null, params (string Name, JsonNode? Value)[] parameters) => new()
    {
        ["model"] = "qwen-long",
        ["input"] = new JsonObject { ["messages"] = fileId is null ? Requests.Ask(question) : Requests.Ask(question, fileId) },
        ["parameters"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))),
    };

    private static string TextOf(JsonElement body) =>
        body.GetProperty("output").GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
}
