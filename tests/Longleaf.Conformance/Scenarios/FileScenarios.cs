using System.Text;
using System.Text.Json;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 1: files.</summary>
internal static class FileScenarios
{
    private const string UnknownId = "file-fe-000000000000000000000000";

    public static IEnumerable<Scenario> All() => [.. Operations(), .. States(), .. Refusals()];

    private static IEnumerable<Scenario> Operations() =>
    [
        new("1.1", "Documented example: upload, retrieve, list, delete", ClientKinds.Compatible, async run =>
        {
            var id = await run.UploadedAsync(Samples.FirstName, Samples.First);
            var file = (await run.CallAsync(new ApiCall.Retrieve(id))).Expect(200);
            Assert.Equal((id, "file", Samples.FirstName), (file.Text("id"), file.Text("object"), file.Text("filename")));
            Assert.Equal(("file-extract", "processed"), (file.Text("purpose"), file.Text("status")));
            Assert.Equal(Encoding.UTF8.GetByteCount(Samples.First), file.Body.GetProperty("bytes").GetInt32());
            var page = (await run.CallAsync(new ApiCall.ListFiles(("limit", "1")))).Expect(200).Body;
            Assert.Equal(id, Assert.Single(page.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
            var deleted = (await run.CallAsync(new ApiCall.Delete(id))).Expect(200);
            Assert.True(deleted.Body.GetProperty("deleted").GetBoolean());
            AssertUnknown(await run.CallAsync(new ApiCall.Retrieve(id)));
        }),
        new("1.1", "Documented example: a batch file comes back byte for byte", ClientKinds.CompatibleAndTyped, async run =>
        {
            const string Lines = "{\"custom_id\":\"1\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"qwen-long\",\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]}}\n";
            var id = await run.UploadAsync("requests.jsonl", Lines, "batch");
            var file = (await run.CallAsync(new ApiCall.Retrieve(id))).Expect(200);
            Assert.Equal(("batch", "processed"), (file.Text("purpose"), file.Text("status")));
            Assert.Equal(Lines, (await run.CallAsync(new ApiCall.Download(id))).Expect(200).Content);
            Assert.Equal(id, (await run.CallAsync(new ApiCall.Delete(id))).Expect(200).Text("id"));
        }),
        new("1.1", "The content of a document is its text as Markdown", ClientKinds.Compatible, async run =>
            Assert.Contains("# Skerryvore", (await run.CallAsync(new ApiCall.Download(await run.LighthouseAsync()))).Expect(200).Content, StringComparison.Ordinal)),
        new("1.2", "Pages follow each other by the last id, newest first, each file once", ClientKinds.Compatible, async run =>
        {
            var uploaded = new List<string>();
            for (var i = 0; i < 5; i++)
            {
                uploaded.Add(await run.UploadAsync($"page-{i}.jsonl", "{}", "batch"));
            }

            var all = (await run.CallAsync(new ApiCall.ListAllFiles(2))).Expect(200).Body.GetProperty("data").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Reverse(uploaded), all.Take(5).Select(file => file.GetProperty("id").GetString()));
            Assert.Distinct(all.Select(file => file.GetProperty("id").GetString()));
            Assert.Equal(all.Select(file => file.GetProperty("created_at").GetInt64()).OrderDescending(), all.Select(file => file.GetProperty("created_at").GetInt64()));
        }),
        new("1.2", "A list takes purpose, order, and times in the four forms", ClientKinds.Compatible, async run =>
        {
            await run.LighthouseAsync();
            await run.UploadAsync("purpose.jsonl", "{}", "batch");
            foreach (var purpose in new[] { "batch", "file-extract" })
            {
                var files = await ListAsync(run, ("purpose", purpose));
                Assert.NotEmpty(files);
                Assert.All(files, file => Assert.Equal(purpose, file.GetProperty("purpose").GetString()));
            }

            var newest = (await ListAsync(run, ("limit", "3"), ("order", "desc"))).Select(Id);
            Assert.NotEqual(newest, (await ListAsync(run, ("limit", "3"), ("order", "asc"))).Select(Id));
            foreach (var (past, far) in new[] { ("00010101", "99991231235959"), ("20200101000000", "20500101000000"), ("2020-01-01 00:00:00", "2050-01-01 00:00:00"), ("2020-01-01", "2050-01-01"), ("20200101", "20500101") })
            {
                Assert.NotEmpty(await ListAsync(run, ("create_after", past), ("create_before", far)));
                Assert.Empty(await ListAsync(run, ("create_after", far)));
                Assert.Empty(await ListAsync(run, ("create_before", past)));
            }
        }),
        new("1.2", "An empty page is an empty array", ClientKinds.Compatible, async run =>
        {
            var page = (await run.CallAsync(new ApiCall.ListFiles(("after", UnknownId)))).Expect(200).Body;
            Assert.Equal(0, page.GetProperty("data").GetArrayLength());
            Assert.False(page.GetProperty("has_more").GetBoolean());
        }),
        new("1.3", "A file keeps the name that it was sent with", ClientKinds.Compatible, async run =>
        {
            foreach (var name in new[] { "阿里云百炼系列手机产品介绍.md", "mit Leerzeichen & (Klammern) ü.txt", "emoji 📄.csv" })
            {
                var id = await run.UploadAsync(name, "a,b\n1,2\n");
                Assert.Equal(name, (await run.CallAsync(new ApiCall.Retrieve(id))).Expect(200).Text("filename"));
            }
        }),
    ];

    private static IEnumerable<Scenario> States() =>
    [
        new("1.4", "A file is processing until a chat can use it, and then processed", ClientKinds.Compatible, async run =>
        {
            var uploaded = (await run.CallAsync(new ApiCall.Upload("fresh.txt", Encoding.UTF8.GetBytes($"The code of run {run.Kind} is {Guid.NewGuid()}.")))).Expect(200);
            Assert.Contains(uploaded.Text("status"), new[] { "processing", "processed" });
            var id = uploaded.Text("id")!;
            ApiReply chat;
            while ((chat = await run.ChatAsync(Requests.Ask("What is the code?", id))).Status != 200)
            {
                Assert.Equal((400, "File parsing in progress, please try again later."), (chat.Status, chat.ErrorMessage));
                await Task.Delay(20, run.CancellationToken);
            }

            Assert.Equal("processed", (await run.CallAsync(new ApiCall.Retrieve(id))).Expect(200).Text("status"));
        }),
        new("1.4", "A file without text ends as an error that says why, and so do chat and content", ClientKinds.Compatible, async run =>
        {
            var id = await run.UploadAsync("blank.txt", " \n \n");
            JsonElement file;
            while ((file = (await run.CallAsync(new ApiCall.Retrieve(id))).Expect(200).Body).GetProperty("status").GetString() == "processing")
            {
                await Task.Delay(20, run.CancellationToken);
            }

            Assert.Equal("error", file.GetProperty("status").GetString());
            Assert.NotEmpty(file.GetProperty("status_details").GetString()!);
            Assert.Equal($"File [id:{id}] content blank.", (await run.ChatAsync(Requests.Ask("?", id))).Expect(400).ErrorMessage);
            Assert.Equal($"File [id:{id}] content blank.", (await run.CallAsync(new ApiCall.Download(id))).Expect(400).ErrorMessage);
        }),
        new("1.5", "An image past 20 MB is refused", ClientKinds.Curl, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Upload("large.png", new byte[(20 << 20) + 1]))).Expect(400);
            Assert.Equal(("Payload Too Large.", "BadRequest.TooLarge"), (reply.ErrorMessage, reply.ErrorCode));
        }),
    ];

    private static IEnumerable<Scenario> Refusals() =>
    [
        new("1.6", "A purpose that is none is refused, naming the parameter", ClientKinds.Compatible, async run =>
        {
            foreach (var purpose in new[] { "assistants", "fine-tune", "FILE-EXTRACT" })
            {
                var reply = (await run.CallAsync(new ApiCall.Upload("x.txt", "text"u8.ToArray(), purpose))).Expect(400);
                Assert.Equal("'purpose' must be 'file-extract' or 'batch'", reply.ErrorMessage);
                Assert.Equal("purpose", reply.Error.GetProperty("param").GetString());
                Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
            }
        }),
        new("1.6", "A missing purpose is refused alike", ClientKinds.Curl, async run =>
            Assert.Equal(
                "'purpose' must be 'file-extract' or 'batch'",
                (await run.CallAsync(new ApiCall.Upload("x.txt", "text"u8.ToArray(), Purpose: null))).Expect(400).ErrorMessage)),
        new("1.6", "A format outside the list is refused with the list", ClientKinds.Compatible, async run =>
        {
            foreach (var name in new[] { "program.exe", "page.html", "none", "archive.tar.gz" })
            {
                var reply = (await run.CallAsync(new ApiCall.Upload(name, "text"u8.ToArray()))).Expect(400);
                Assert.StartsWith("File format is not supported. Supported formats: ", reply.ErrorMessage, StringComparison.Ordinal);
                Assert.Equal("invalid_parameter_error", reply.ErrorCode);
            }
        }),
        new("1.6", "A request without a file is refused, naming the parameter", ClientKinds.Curl, async run =>
        {
            var reply = (await run.CallAsync(new ApiCall.Request("POST", "/compatible-mode/v1/files", "{}"))).Expect(400);
            Assert.Equal("Required parameter(file) missing or invalid, please check the request parameters.", reply.ErrorMessage);
            Assert.Equal("file", reply.Error.GetProperty("param").GetString());
        }),
        new("1.2", "A query out of range is refused, naming the parameter", ClientKinds.Compatible, async run =>
        {
            foreach (var (name, value, message) in new[]
            {
                ("limit", "0", "Range of limit should be [1, 2000]"), ("limit", "2001", "Range of limit should be [1, 2000]"), ("limit", "ten", "Range of limit should be [1, 2000]"),
                ("purpose", "assistants", "'purpose' must be 'file-extract' or 'batch'"), ("order", "up", "'order' must be 'asc' or 'desc'"),
            })
            {
                var reply = (await run.CallAsync(new ApiCall.ListFiles((name, value)))).Expect(400);
                Assert.Equal((message, name), (reply.ErrorMessage, reply.Error.GetProperty("param").GetString()));
            }
        }),
        new("1.6", "An unknown id is not found, for every call, and a second deletion too", ClientKinds.CompatibleAndTyped, async run =>
        {
            foreach (var id in new[] { UnknownId, "file-batch-000000000000000000000000", "nonsense" })
            {
                AssertUnknown(await run.CallAsync(new ApiCall.Retrieve(id)));
                AssertUnknown(await run.CallAsync(new ApiCall.Delete(id)));
                AssertUnknown(await run.CallAsync(new ApiCall.Download(id)));
            }

            var deleted = await run.UploadAsync("twice.jsonl", "{}", "batch");
            (await run.CallAsync(new ApiCall.Delete(deleted))).Expect(200);
            AssertUnknown(await run.CallAsync(new ApiCall.Delete(deleted)));
        }),
    ];

    private static void AssertUnknown(ApiReply reply)
    {
        Assert.Equal(("File not found.", "not_found"), (reply.Expect(404).ErrorMessage, reply.ErrorCode));
        Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
    }

    private static string? Id(JsonElement file) => file.GetProperty("id").GetString();

    private static async Task<List<JsonElement>> ListAsync(ScenarioRun run, params (string Name, string Value)[] query) =>
        [.. (await run.CallAsync(new ApiCall.ListFiles(query))).Expect(200).Body.GetProperty("data").EnumerateArray()];
}
