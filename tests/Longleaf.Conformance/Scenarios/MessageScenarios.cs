using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 2.1: the forms of messages.</summary>
internal static class MessageScenarios
{
    private const string UnknownId = "file-fe-000000000000000000000000";

    public static IEnumerable<Scenario> All() =>
    [
        new("2.1", "Documented example: a file named in a system message", ClientKinds.CompatibleAndTyped, async run =>
            await AnswersAsync(run, Requests.Ask(Samples.Question, await run.LighthouseAsync()), Samples.Answer)),
        new("2.1", "Documented example: several files in one message, by commas", ClientKinds.CompatibleAndTyped, async run =>
        {
            string[] ids = [await run.LighthouseAsync(), await BellRockAsync(run)];
            await AnswersAsync(run, Requests.Ask(Samples.LaterQuestion, ids), Samples.LaterAnswer);
            await AnswersAsync(run, Requests.Ask(Samples.Question, ids), Samples.Answer);
        }),
        new("2.1", "Documented example: a message for every file", ClientKinds.CompatibleAndTyped, async run =>
            await AnswersAsync(
                run,
                [
                    Requests.Message("system", Requests.Role), Requests.Message("system", $"fileid://{await run.LighthouseAsync()}"),
                    Requests.Message("system", $"fileid://{await BellRockAsync(run)}"), Requests.Message("user", Samples.LaterQuestion),
                ],
                Samples.LaterAnswer)),
        new("2.1", "Documented example: a file appended later in the conversation", ClientKinds.CompatibleAndTyped, async run =>
        {
            var messages = Requests.Ask(Samples.Question, await run.LighthouseAsync());
            var first = (await run.ChatAsync((JsonArray)messages.DeepClone())).Expect(200).Answer;
            messages.Add(Requests.Message("assistant", first));
            messages.Add(Requests.Message("system", $"fileid://{await BellRockAsync(run)}"));
            messages.Add(Requests.Message("user", Samples.LaterQuestion));
            await AnswersAsync(run, messages, Samples.LaterAnswer);
        }),
        new("2.1", "Documented example: a document given as text", ClientKinds.CompatibleAndTyped, async run =>
            await AnswersAsync(
                run,
                [Requests.Message("system", Requests.Role), Requests.Message("system", Samples.Second), Requests.Message("user", Samples.LaterQuestion)],
                Samples.LaterAnswer)),
        new("2.1", "Files may be the only system message", ClientKinds.CompatibleAndTyped, async run =>
            await AnswersAsync(
                run,
                [Requests.Message("system", $"fileid://{await run.LighthouseAsync()},fileid://{await BellRockAsync(run)}"), Requests.Message("user", Samples.Question)],
                Samples.Answer)),
        new("2.1", "Text as an array of text parts is read as clients in the wild send it", ClientKinds.Compatible, async run =>
            await AnswersAsync(
                run,
                [
                    Requests.Message("system", $"fileid://{await run.LighthouseAsync()}"),
                    new JsonObject { ["role"] = "user", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = Samples.Question }) },
                ],
                Samples.Answer)),
        new("2.1", "Parts that are not text are refused as the original refuses them", ClientKinds.Compatible, async run =>
        {
            var part = new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = "data:," } };
            await RefusesAsync(
                run,
                [Requests.Message("system", Requests.Role), new JsonObject { ["role"] = "user", ["content"] = new JsonArray(part) }],
                "Input error. Input should be a valid string: input.messages.1.content");
        }),
        new("2.1", "A message without content is refused, naming it", ClientKinds.Compatible, async run =>
        {
            await RefusesAsync(run, [new JsonObject { ["role"] = "user" }], "Input error. Field required: input.messages.0.content");
            await RefusesAsync(
                run, [Requests.Message("user", "hi"), new JsonObject { ["role"] = "assistant", ["content"] = null }, Requests.Message("user", "hi")],
                "Input error. Field required: input.messages.1.content");
        }),
        new("2.1", "A conversation without a user, or that ends with the assistant, is refused", ClientKinds.Compatible, async run =>
        {
            await RefusesAsync(run, [Requests.Message("system", "hi")], "The input messages do not contain elements with the role of user.");
            await RefusesAsync(
                run, [Requests.Message("user", "hi"), Requests.Message("assistant", "hello")],
                "Role must be user or assistant and Content length must be greater than 0");
        }),
        new("2.1", "More than 9,000 tokens in a user turn are refused beside documents only", ClientKinds.Compatible, async run =>
        {
            var question = string.Concat(Enumerable.Repeat(" word", 9_001));
            await RefusesAsync(run, Requests.Ask(question, await run.LighthouseAsync()), "Range of input length should be [1, 9000]");
            (await run.ChatAsync([Requests.Message("system", Requests.Role), Requests.Message("user", question)])).Expect(200);
        }),
        new("2.1", "What is no reference in a list of references is refused, naming it", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            await RefusesAsync(run, References($"fileid://{id},{id}"), $"Invalid file [id:{id}].");
            await RefusesAsync(run, References($"fileid://{UnknownId}"), $"Invalid file [id:{UnknownId}].");
            await RefusesAsync(run, References($"fileid://{await run.UploadAsync("no-document.jsonl", "{}", "batch")}"), null);
        }),
        new("2.1", "A file named twice counts once", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            var once = (await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200).Body.GetProperty("usage").GetProperty("prompt_tokens").GetInt32();
            var twice = (await run.ChatAsync(Requests.Ask(Samples.Question, id, id))).Expect(200).Body.GetProperty("usage").GetProperty("prompt_tokens").GetInt32();
            Assert.Equal(once, twice);
        }),
    ];

    private static Task<string> BellRockAsync(ScenarioRun run) => run.SharedFileAsync(Samples.SecondName, Samples.Second);

    private static JsonArray References(string list) =>
        [Requests.Message("system", Requests.Role), Requests.Message("system", list), Requests.Message("user", "?")];

    private static async Task AnswersAsync(ScenarioRun run, JsonArray messages, string expected)
    {
        var whole = (await run.ChatAsync((JsonArray)messages.DeepClone())).Expect(200);
        Assert.Contains(expected, whole.Answer, StringComparison.Ordinal);
        var stream = (await run.ChatAsync(messages, ("stream", true), ("stream_options", new JsonObject { ["include_usage"] = true }))).Expect(200);
        Assert.Equal(whole.Answer, stream.Answer);
    }

    private static async Task RefusesAsync(ScenarioRun run, JsonArray messages, string? message)
    {
        foreach (var isStream in new[] { false, true })
        {
            var reply = (await run.ChatAsync((JsonArray)messages.DeepClone(), ("stream", isStream))).Expect(400);
            Assert.Equal(("invalid_request_error", "invalid_parameter_error"), (reply.Error.GetProperty("type").GetString(), reply.ErrorCode));
            Assert.True(message is null || message == reply.ErrorMessage, $"{message} was expected: {reply.ErrorMessage}");
        }
    }
}
