using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Rules;

namespace Longleaf.Conformance.Scenarios;

/// <summary>What no SDK lets one choose: how bytes are framed, in requests and in streams (contract 1.1, 2.4 and 12).</summary>
internal static class FramingScenarios
{
    private const string Files = "POST /compatible-mode/v1/files";
    private const string File = "Content-Disposition: form-data; name=\"file\"; filename=\"framed.txt\"\r\n\r\nFramed in many ways.";
    private const string Purpose = "Content-Disposition: form-data; name=\"purpose\"\r\n\r\nfile-extract";

    public static IEnumerable<Scenario> All() =>
    [
        new("1.1", "A form's parts come in any order, with others among them", ClientKinds.Socket, async run =>
        {
            const string Other = "Content-Disposition: form-data; name=\"descriptions\"\r\n\r\nmore";
            foreach (var parts in new string[][] { [File, Purpose], [Purpose, File], [Other, File, Other, Purpose], [Purpose, Other, File, Other] })
            {
                await UploadsAsync(run, "b", Form("b", parts));
            }
        }),
        new("1.1", "A form's boundary is any, quoted or not, and text around the form is passed over", ClientKinds.Socket, async run =>
        {
            foreach (var boundary in new[] { "x", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "'()+_,-./:=?", new string('b', 70), "a boundary with blanks" })
            {
                await UploadsAsync(run, $"\"{boundary}\"", Form(boundary, [Purpose, File]));
            }

            await UploadsAsync(run, "b", "preamble\r\n" + Form("b", [Purpose, File]) + "epilogue");
        }),
        new("1.1", "An upload in chunks, byte by byte, is taken", ClientKinds.Socket, async run =>
        {
            var chunks = Encoding.UTF8.GetBytes(Form("b", [Purpose, File])).Select(value => (byte[])[.. "1\r\n"u8, value, .. "\r\n"u8]).SelectMany(bytes => bytes);
            var request = Requests.Raw(
                run.Server, Files, "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n", [.. chunks, .. "0\r\n\r\n"u8]);
            WireReply.Read(new ApiCall.Upload("", []), await run.SendAsync(request)).Expect(200);
        }),
        new("1.1", "A client that asks whether to go on is told to, and a wrong key before it sends the file", ClientKinds.Socket, async run =>
        {
            var body = Encoding.UTF8.GetBytes(Form("b", [Purpose, File]));
            var request = Requests.Raw(run.Server, Files, "Content-Type: multipart/form-data; boundary=b\r\nExpect: 100-continue\r\n", body);
            using var exchange = await run.ConnectAsync();
            await exchange.WriteAsync(request.AsMemory(0, request.Length - body.Length), run.CancellationToken);
            Assert.Equal(100, (await exchange.ReadAsync(run.CancellationToken)).Status);
            await exchange.WriteAsync(body, run.CancellationToken);
            WireReply.Read(new ApiCall.Upload("", []), await exchange.ReadAsync(run.CancellationToken)).Expect(200);

            using var refused = await run.ConnectAsync();
            await refused.WriteAsync(
                Encoding.UTF8.GetBytes($"{Files} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk-wrong\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n"), run.CancellationToken);
            Assert.Equal(401, (await refused.ReadAsync(run.CancellationToken)).Status);
        }),
        new("1.1", "A connection serves one request after the other", ClientKinds.Socket, async run =>
        {
            using var exchange = await run.ConnectAsync();
            for (var i = 0; i < 3; i++)
            {
                await exchange.WriteAsync(Requests.Raw(run.Server, "GET /v1/models", "", []), run.CancellationToken);
                WireReply.Read(new ApiCall.ListModels(), await exchange.ReadAsync(run.CancellationToken)).Expect(200);
                await exchange.WriteAsync(Requests.Raw(run.Server, "POST /v1/chat/completions", new JsonObject()), run.CancellationToken);
                WireReply.Read(new ApiCall.Request("POST", "/v1/chat/completions"), await exchange.ReadAsync(run.CancellationToken)).Expect(400);
            }
        }),
        new("2.4", "Every event of a stream is a line of its own, sent when it is there", ClientKinds.Socket, async run =>
        {
            var body = Requests.Chat(
                Requests.Ask("What is this document about?", await run.LighthouseAsync()), ("stream", true), ("stream_options", new JsonObject { ["include_usage"] = true }));
            var reply = await run.SendAsync(Requests.Raw(run.Server, "POST /compatible-mode/v1/chat/completions", body));
            WireReply.Read(new ApiCall.Chat(body), reply).Expect(200);

            Assert.Equal("chunked", reply.Header("Transfer-Encoding"));
            Assert.Null(reply.Header("Content-Encoding"));
            var lines = reply.Text.Split('\n');
            Assert.All(lines.Where((_, i) => i % 2 == 1), line => Assert.Equal("", line));
            Assert.All(lines.Where((line, i) => i % 2 == 0 && i < lines.Length - 1), line => Assert.StartsWith("data: ", line, StringComparison.Ordinal));
            Assert.EndsWith("data: [DONE]\n\n", reply.Text, StringComparison.Ordinal);
            Assert.Single(ServerSentEvents.Read(reply.Text), item => item.Data == "[DONE]");

            // What was written together came together: no event waited for the next one.
            var ends = reply.Pieces.Select(piece => Encoding.UTF8.GetString(piece.Data)).Where(text => text.EndsWith("}\n\n", StringComparison.Ordinal) || text == "\n\n").Count();
            Assert.True(ends >= ServerSentEvents.Read(reply.Text).Count - 1, $"{ends} pieces end an event.");
            Assert.True(reply.Pieces[0].At < reply.Pieces[^1].At);
        }),
        new("2.4", "The keys of the first chunk are those that were recorded", ClientKinds.Socket, async run =>
        {
            var reply = await run.SendAsync(Requests.Raw(
                run.Server, "POST /v1/chat/completions", Requests.Chat(Requests.Ask("?", await run.LighthouseAsync()), ("stream", true))));
            var first = JsonSerializer.Deserialize<JsonElement>(ServerSentEvents.Read(reply.Text)[0].Data!);
            Assert.Equal(["choices", "object", "usage", "created", "system_fingerprint", "model", "id"], first.EnumerateObject().Select(member => member.Name));
        }),
        new("12", "Requests arrive in any pieces", ClientKinds.Socket, async run =>
        {
            var request = Requests.Raw(run.Server, "POST /v1/chat/completions", Requests.Chat(Requests.Ask(Samples.Question, await run.LighthouseAsync())));
            using var exchange = await run.ConnectAsync();
            for (var start = 0; start < request.Length; start += 7)
            {
                await exchange.WriteAsync(request.AsMemory(start, Math.Min(7, request.Length - start)), run.CancellationToken);
            }

            Assert.Equal(200, (await exchange.ReadAsync(run.CancellationToken)).Status);
        }),
        new("12", "Python's older JSON, escaped and spaced, is the same request", ClientKinds.Socket, async run =>
        {
            var id = await run.SharedFileAsync("灯塔.txt", "斯凯里沃尔灯塔建于1844年。它高48米。");
            var body = Requests.Chat(Requests.Ask("灯塔建于哪一年？", id));
            foreach (var json in new[] { Replays.JsonText.Compact(body), Replays.JsonText.Spaced(body), Replays.JsonText.Escaped(Replays.JsonText.Spaced(body)) })
            {
                var reply = await run.SendAsync(Requests.Raw(run.Server, "POST /v1/chat/completions", "Content-Type: application/json\r\n", Encoding.UTF8.GetBytes(json)));
                Assert.Contains("1844", WireReply.Read(new ApiCall.Chat(body), reply).Expect(200).Answer, StringComparison.Ordinal);
            }
        }),
        new("12", "File names of older urllib3, in RFC 2231's form, are read", ClientKinds.Socket, async run =>
        {
            const string Part = "Content-Disposition: form-data; name=\"file\"; filename*=utf-8''%E7%81%AF%E5%A1%94.txt\r\n\r\ntext";
            Assert.Equal("灯塔.txt", (await UploadsAsync(run, "b", Form("b", [Purpose, Part]))).Text("filename"));
        }),
    ];

    private static string Form(string boundary, IEnumerable<string> parts) =>
        string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n";

    private static async Task<ApiReply> UploadsAsync(ScenarioRun run, string boundary, string form)
    {
        var request = Requests.Raw(run.Server, Files, $"Content-Type: multipart/form-data; boundary={boundary}\r\n", Encoding.UTF8.GetBytes(form));
        var reply = WireReply.Read(new ApiCall.Upload("", []), await run.SendAsync(request)).Expect(200);
        Assert.Equal("file-extract", reply.Text("purpose"));
        return reply;
    }
}
