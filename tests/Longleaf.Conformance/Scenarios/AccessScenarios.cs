using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 0: bases, keys, identifiers, headers.</summary>
internal static class AccessScenarios
{
    private const string WrongKey =
        "Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error";

    public static IEnumerable<Scenario> All() =>
    [
        new("0.1", "Both base paths are the same service", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            foreach (var alias in new[] { ApiCall.CompatibleBase, "v1" })
            {
                Assert.Equal(id, (await run.CallAsync(new ApiCall.Retrieve(id) { Base = alias })).Expect(200).Text("id"));
                var answer = await run.CallAsync(new ApiCall.Chat(Requests.Chat(Requests.Ask(Samples.Question, id))) { Base = alias });
                Assert.Contains(Samples.Answer, answer.Expect(200).Answer, StringComparison.Ordinal);
            }
        }),
        new("0.2", "A wrong key is refused in the documented words, whatever is asked", ClientKinds.CompatibleAndTyped, async run =>
        {
            ApiCall[] calls =
            [
                new ApiCall.ListModels(), new ApiCall.Retrieve("file-fe-000000000000000000000000"), new ApiCall.Delete("file-fe-000000000000000000000000"),
                new ApiCall.Chat(Requests.Chat(Requests.Ask("?"))), new ApiCall.Chat(Requests.Chat(Requests.Ask("?"), ("stream", true))),
                new ApiCall.Upload("lines.jsonl", "{}"u8.ToArray(), "batch"),
            ];
            foreach (var call in calls)
            {
                var reply = (await run.CallAsync(call with { Key = "sk-wrong" })).Expect(401);
                Assert.Equal((WrongKey, "invalid_api_key"), (reply.ErrorMessage, reply.ErrorCode));
                Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
            }
        }),
        new("0.2", "No key at all is refused alike", ClientKinds.Curl, async run =>
        {
            foreach (var call in new ApiCall[] { new ApiCall.ListModels(), new ApiCall.ListFiles(), new ApiCall.Chat(Requests.Chat(Requests.Ask("?"))) })
            {
                Assert.Equal((WrongKey, "invalid_api_key"), (await run.CallAsync(call with { Key = "" })).Expect(401) is var reply ? (reply.ErrorMessage, reply.ErrorCode) : default);
            }
        }),
        new("0.2", "Another scheme, a key in lower case and a key of a megabyte are refused alike", ClientKinds.Socket, async run =>
        {
            foreach (var authorization in new[] { $"Basic {run.Server.ApiKey}", run.Server.ApiKey, $"Bearer {run.Server.ApiKey.ToUpperInvariant()}", $"Bearer {new string('k', 20_000)}", "Bearer ", "Bearer \u00fc" })
            {
                var reply = await run.SendAsync(System.Text.Encoding.UTF8.GetBytes(
                    $"GET /v1/models HTTP/1.1\r\nHost: {run.Server.Address.Authority}\r\nAuthorization: {authorization}\r\n\r\n"));
                Assert.Equal((401, WrongKey), (reply.Status, WireReply.Read(new ApiCall.ListModels(), reply).ErrorMessage));
            }
        }),
        new("0.3", "Ids have the documented shapes", ClientKinds.Compatible, async run =>
        {
            Assert.Matches("^file-fe-[0-9a-f]{24}$", await run.UploadAsync("shape.txt", "An id has a shape."));
            Assert.Matches("^file-batch-[0-9a-f]{24}$", await run.UploadAsync("shape.jsonl", "{}", "batch"));
            var answer = (await run.ChatAsync(Requests.Ask("What is Skerryvore?", await run.LighthouseAsync()))).Expect(200);
            Assert.Matches("^chatcmpl-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", answer.Text("id"));
        }),
        new("0.4", "Every client can show the id of its request, and it is the one in the body", ClientKinds.CompatibleAndTyped, async run =>
        {
            var answer = (await run.ChatAsync(Requests.Ask("What is Skerryvore?", await run.LighthouseAsync()))).Expect(200);
            Assert.Equal($"chatcmpl-{answer.RequestId}", answer.Text("id"));
            var refused = (await run.ChatAsync(Requests.Ask("?", "file-fe-000000000000000000000000"))).Expect(400);
            Assert.True(Guid.TryParse(refused.RequestId, out _));
        }),
        new("0.4", "JSON and streams have the content types that SDKs compare", ClientKinds.Socket, async run =>
        {
            var id = await run.LighthouseAsync();
            var whole = await run.SendAsync(Requests.Raw(run.Server, "POST /v1/chat/completions", Requests.Chat(Requests.Ask("?", id))));
            Assert.Equal("application/json", whole.Header("Content-Type"));
            var stream = await run.SendAsync(Requests.Raw(run.Server, "POST /v1/chat/completions", Requests.Chat(Requests.Ask("?", id), ("stream", true))));
            Assert.Equal("text/event-stream;charset=UTF-8", stream.Header("Content-Type"), ignoreCase: true);
            Assert.Equal("no-cache", stream.Header("Cache-Control"));
            var content = await run.SendAsync(Requests.Raw(run.Server, $"GET /v1/files/{id}/content", "", []));
            Assert.Equal("text/markdown; charset=utf-8", content.Header("Content-Type"));
        }),
    ];
}
