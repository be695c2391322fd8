using System.Text.Json;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 2.3 and 2.4: answers as SDKs read them.</summary>
internal static class AnswerScenarios
{
    public static IEnumerable<Scenario> All() =>
    [
        new("2.3", "Usage adds up, and counts the files' tokens", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.LighthouseAsync();
            var with = (await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200).Body.GetProperty("usage");
            var without = (await run.ChatAsync(Requests.Ask(Samples.Question))).Expect(200).Body.GetProperty("usage");
            Assert.True(with.GetProperty("prompt_tokens").GetInt32() > without.GetProperty("prompt_tokens").GetInt32() + 50);
            Assert.Equal(
                with.GetProperty("total_tokens").GetInt32(), with.GetProperty("prompt_tokens").GetInt32() + with.GetProperty("completion_tokens").GetInt32());
        }),
        new("2.3", "The model that was asked for is echoed, aliases too", ClientKinds.CompatibleAndTyped, async run =>
        {
            foreach (var model in new[] { "qwen-long", "qwen-long-latest", "qwen-long-2025-01-25", "qwen-long-0125" })
            {
                var body = Requests.Chat(Requests.Ask("?"));
                body["model"] = model;
                Assert.Equal(model, (await run.CallAsync(new ApiCall.Chat(body))).Expect(200).Text("model"));
            }
        }),
        new("2.4", "Documented example: a stream gives the answer in pieces, and the usage when asked for it", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.LighthouseAsync();
            var whole = (await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200);
            var stream = (await run.ChatAsync(Requests.Ask(Samples.Question, id), ("stream", true), ("stream_options", new JsonObject { ["include_usage"] = true }))).Expect(200);
            Assert.Equal(whole.Answer, stream.Answer);
            Assert.True(stream.Chunks.Count > 4);
            Assert.Equal("stop", LastReason(stream));
            Assert.Equal(
                whole.Body.GetProperty("usage").GetProperty("total_tokens").GetInt32(), stream.Chunks[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32());
        }),
        new("2.4", "No usage comes in a stream unless it is asked for", ClientKinds.Compatible, async run =>
        {
            foreach (var options in new JsonNode?[] { null, new JsonObject(), new JsonObject { ["include_usage"] = false } })
            {
                var stream = (await run.ChatAsync(Requests.Ask(Samples.Question, await run.LighthouseAsync()), ("stream", true), ("stream_options", options))).Expect(200);
                Assert.All(stream.Chunks, chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
                Assert.All(stream.Chunks, chunk => Assert.Equal(1, chunk.GetProperty("choices").GetArrayLength()));
            }
        }),
        new("2.4", "A stream is cut by max_tokens and stop as a whole answer is", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.LighthouseAsync();
            foreach (var (name, value) in new (string, JsonNode)[] { ("max_tokens", 4), ("stop", new JsonArray("1844")) })
            {
                var whole = (await run.ChatAsync(Requests.Ask(Samples.Question, id), (name, value.DeepClone()))).Expect(200);
                var stream = (await run.ChatAsync(Requests.Ask(Samples.Question, id), (name, value), ("stream", true))).Expect(200);
                Assert.Equal(whole.Answer, stream.Answer);
                Assert.Equal(whole.Body.GetProperty("choices")[0].GetProperty("finish_reason").GetString(), LastReason(stream));
            }
        }),
        new("2.4", "What is refused before the first byte is a status and JSON, in a stream too", ClientKinds.CompatibleAndTyped, async run =>
        {
            static (string, JsonNode?) Stream() => ("stream", true);
            Assert.Equal("Invalid file [id:file-fe-000000000000000000000000].", (await run.ChatAsync(Requests.Ask("?", "file-fe-000000000000000000000000"), Stream())).Expect(400).ErrorMessage);
            Assert.Equal("Temperature should be in [0.0, 2.0)", (await run.ChatAsync(Requests.Ask("?"), Stream(), ("temperature", 3))).Expect(400).ErrorMessage);
            var body = Requests.Chat(Requests.Ask("?"), Stream());
            body["model"] = "gpt-4";
            Assert.Equal("model_not_found", (await run.CallAsync(new ApiCall.Chat(body))).Expect(404).ErrorCode);
        }),
    ];

    private static string? LastReason(ApiReply stream) => stream.Chunks
        .Where(chunk => chunk.GetProperty("choices").GetArrayLength() > 0)
        .Select(chunk => chunk.GetProperty("choices")[0])
        .Select(choice => choice.TryGetProperty("finish_reason", out var reason) ? reason.GetString() : null)
        .Last();
}
