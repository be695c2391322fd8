using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Rules;

/// <summary>An answer of DashScope's own protocol (contract 4).</summary>
internal static class NativeRules
{
    public static void Error(JsonElement body, Guid requestId)
    {
        JsonShape.Keys(body, ["code", "message", "request_id"]);
        Assert.NotEmpty(JsonShape.Text(body, "code"));
        Assert.NotEmpty(JsonShape.Text(body, "message"));
        Assert.Equal(requestId.ToString(), JsonShape.Text(body, "request_id"));
    }

    public static void Whole(JsonObject request, JsonElement body, Guid requestId)
    {
        Output(request, body, requestId);
        JsonShape.OneOf(FinishReason(body), "stop", "length");
    }

    /// <summary>
    /// <c>id:</c>, <c>event:</c>, <c>:HTTP_STATUS/</c>, <c>data:</c>, in this order and without a blank after the colon: dashscope's
    /// Python compares what follows <c>event:</c> as it stands.
    /// </summary>
    public static void Stream(string stream, Guid requestId)
    {
        var events = ServerSentEvents.Read(stream).Where(item => !item.IsComment).ToList();
        Assert.NotEmpty(events);
        for (var i = 0; i < events.Count; i++)
        {
            var lines = events[i].Lines;
            Assert.Equal(4, lines.Count);
            Assert.Equal($"id:{(i + 1).ToString(CultureInfo.InvariantCulture)}", lines[0]);
            Assert.StartsWith("data:{", lines[3], StringComparison.Ordinal);
            var body = JsonSerializer.Deserialize<JsonElement>(events[i].Data!);
            if (lines[1] == "event:error")
            {
                Assert.Equal(events.Count - 1, i);
                Assert.StartsWith(":HTTP_STATUS/", lines[2], StringComparison.Ordinal);
                Error(body, requestId);
                return;
            }

            Assert.Equal(("event:result", ":HTTP_STATUS/200"), (lines[1], lines[2]));
            Output(null, body, requestId);
            JsonShape.OneOf(FinishReason(body), i == events.Count - 1 ? ["stop", "length"] : ["null"]);
        }
    }

    /// <summary><c>failed_uploads</c> is there too, if empty: SDKs read both.</summary>
    public static void Upload(JsonElement body, Guid requestId)
    {
        JsonShape.Keys(body, ["data", "request_id"]);
        Assert.Equal(requestId.ToString(), JsonShape.Text(body, "request_id"));
        JsonShape.Keys(body.GetProperty("data"), ["uploaded_files", "failed_uploads"]);
        Assert.All(body.GetProperty("data").GetProperty("uploaded_files").EnumerateArray(), file => JsonShape.Keys(file, ["name", "file_id"]));
        Assert.All(body.GetProperty("data").GetProperty("failed_uploads").EnumerateArray(), file => JsonShape.Keys(file, ["name", "code", "message"]));
    }

    private static void Output(JsonObject? request, JsonElement body, Guid requestId)
    {
        string[] extensions = request?["parameters"]?["reading"] is null && request is not null ? [] : ["longleaf"];
        JsonShape.Keys(body, ["output", "usage", "request_id"], extensions);
        Assert.Equal(requestId.ToString(), JsonShape.Text(body, "request_id"));
        var usage = body.GetProperty("usage");
        JsonShape.Keys(usage, ["total_tokens", "input_tokens", "output_tokens"], "prompt_tokens_details");
        Assert.Equal(JsonShape.Count(usage, "input_tokens") + JsonShape.Count(usage, "output_tokens"), JsonShape.Count(usage, "total_tokens"));
        if (body.GetProperty("output").TryGetProperty("text", out var text))
        {
            Assert.Equal(JsonValueKind.String, text.ValueKind);
            return;
        }

        var choice = Assert.Single(body.GetProperty("output").GetProperty("choices").EnumerateArray());
        JsonShape.Keys(choice, ["message", "finish_reason"]);
        JsonShape.Keys(choice.GetProperty("message"), ["role", "content"]);
        Assert.Equal("assistant", JsonShape.Text(choice.GetProperty("message"), "role"));
        JsonShape.Text(choice.GetProperty("message"), "content");
    }

    private static string FinishReason(JsonElement body)
    {
        var output = body.GetProperty("output");
        return JsonShape.Text(output.TryGetProperty("choices", out var choices) ? choices[0] : output, "finish_reason");
    }
}
