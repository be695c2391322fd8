using System.Text;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 3: what is refused whatever the client, row by row. Those of parameters, messages and files are with their own sections.</summary>
internal static class ErrorScenarios
{
    private const string Chat = "/compatible-mode/v1/chat/completions";

    private static readonly (string Name, string Method, string Path, string? Json, int Status, string? Code, string Message)[] Rows =
    [
        ("an unknown path", "GET", "/compatible-mode/v1/nothing", null, 404, "NotFound", "Not found!"),
        ("an unknown path outside the API", "GET", "/index.html", null, 404, "NotFound", "Not found!"),
        ("the root", "POST", "/", "{}", 404, "NotFound", "Not found!"),
        ("a method that is not served", "GET", Chat, null, 400, "invalid_parameter_error", "Request method 'GET' is not supported."),
        ("another", "PUT", "/compatible-mode/v1/files", "{}", 400, "invalid_parameter_error", "Request method 'PUT' is not supported."),
        ("no model", "POST", Chat, """{"messages":[{"role":"user","content":"hi"}]}""", 400, "invalid_parameter_error", "you must provide a model parameter."),
        ("no messages", "POST", Chat, """{"model":"qwen-long"}""", 400, "invalid_parameter_error", "Either \"prompt\" or \"messages\" must exist and cannot both be none"),
        ("empty messages", "POST", Chat, """{"model":"qwen-long","messages":[]}""", 400, "invalid_parameter_error", "[] is too short - 'messages'"),
        ("an unknown role", "POST", Chat, """{"model":"qwen-long","messages":[{"role":"judge","content":"hi"}]}""", 400, "invalid_parameter_error", "Role must be user or assistant and Content length must be greater than 0"),
        ("content of another type", "POST", Chat, """{"model":"qwen-long","messages":[{"role":"user","content":7}]}""", 400, "invalid_parameter_error", "Input error. Input should be a valid string: input.messages.0.content"),
        ("an array", "POST", Chat, "[1]", 400, "invalid_parameter_error", "Required body invalid, please check the request body format."),
        ("half of a body", "POST", Chat, """{"model":"qwen-long",""", 400, "invalid_parameter_error", "The input parameter requires json format."),
        ("no body", "POST", Chat, "", 400, "invalid_parameter_error", "The input parameter requires json format."),
        ("text", "POST", Chat, "hello", 400, "invalid_parameter_error", "The input parameter requires json format."),
        ("NaN", "POST", Chat, """{"model":"qwen-long","temperature":NaN}""", 400, "invalid_parameter_error", "The input parameter requires json format."),
        ("a name that is not Unicode", "POST", Chat, """{"\ud800":1}""", 400, "invalid_parameter_error", "The input parameter requires json format."),
        ("a text that is not Unicode", "POST", Chat, """{"model":"qwen-long","messages":[{"role":"user","content":"\ud800"}]}""", 400, "invalid_parameter_error", "Input error. Input should be a valid string: input.messages.0.content"),
        ("1e400", "POST", Chat, """{"model":"qwen-long","temperature":1e400,"messages":[{"role":"user","content":"hi"}]}""", 400, "invalid_parameter_error", "Temperature should be in [0.0, 2.0)"),
    ];

    public static IEnumerable<Scenario> All() =>
    [
        .. Rows.Select(row => new Scenario("3.2", $"Refused in the documented words: {row.Name}", ClientKinds.Curl, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Request(row.Method, row.Path, row.Json))).Expect(row.Status);
            Assert.Equal((row.Message, row.Code), (reply.ErrorMessage, reply.ErrorCode));
            Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
        })),
        new("3.2", "A body 10,000 levels deep is refused at once", ClientKinds.Socket, async run =>
            await RefusesAsync(run, Encoding.UTF8.GetBytes($$"""{"model":"qwen-long","messages":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}"""), "The input parameter requires json format.")),
        new("3.2", "A body past 16 MB is refused, whether it says its length or not", ClientKinds.Socket, async run =>
        {
            var body = new byte[(16 << 20) + 1];
            Array.Fill(body, (byte)' ');
            await RefusesAsync(run, body, "Payload Too Large.");
            var chunked = Requests.Raw(
                run.Server, $"POST {Chat}", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                [.. Encoding.UTF8.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8]);
            Assert.Equal("Payload Too Large.", WireReply.Read(new ApiCall.Request("POST", Chat), await run.SendAsync(chunked)).Expect(400).ErrorMessage);
        }),
        new("3.2", "A body that is not UTF-8 is refused, whether in a name or in a text", ClientKinds.Socket, async run =>
        {
            foreach (var json in new[] { """{"model":"qwen-long","reading":{"@":1}}""", """{"model":"qwen-long","messages":[{"role":"user","content":"@"}]}""" })
            {
                var at = json.IndexOf('@', StringComparison.Ordinal);
                await RefusesAsync(run, [.. Encoding.UTF8.GetBytes(json[..at]), 0xC1, .. Encoding.UTF8.GetBytes(json[(at + 1)..])], "The input parameter requires json format.");
            }
        }),
        new("3.2", "A byte order mark before the body passes", ClientKinds.Socket, async run =>
        {
            byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Requests.Chat(Requests.Ask("?")).ToJsonString())];
            Assert.Equal(200, (await run.SendAsync(Requests.Raw(run.Server, $"POST {Chat}", "Content-Type: application/json\r\n", body))).Status);
        }),
        new("3.3", "More than 100 files are too many", ClientKinds.CompatibleAndTyped, async run =>
        {
            var ids = Enumerable.Range(0, 101).Select(number => $"file-fe-{number:x24}").ToArray();
            Assert.Equal("Too many files provided.", (await run.ChatAsync(Requests.Ask("?", ids))).Expect(400).ErrorMessage);
        }),
        new("3.3", "A deleted file is unknown to a chat", ClientKinds.Compatible, async run =>
        {
            var id = await run.UploadedAsync("gone.txt", $"This file goes, {run.Kind}.");
            (await run.CallAsync(new ApiCall.Delete(id))).Expect(200);
            var reply = (await run.ChatAsync(Requests.Ask("?", id))).Expect(400);
            Assert.Equal(($"Invalid file [id:{id}].", "invalid_parameter_error"), (reply.ErrorMessage, reply.ErrorCode));
        }),
    ];

    private static async Task RefusesAsync(ScenarioRun run, byte[] body, string message)
    {
        var reply = await run.SendAsync(Requests.Raw(run.Server, $"POST {Chat}", "Content-Type: application/json\r\n", body));
        Assert.Equal(message, WireReply.Read(new ApiCall.Request("POST", Chat), reply).Expect(400).ErrorMessage);
    }
}
