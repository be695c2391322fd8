using System.Text.Json;
using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Rules;

/// <summary>An answer of the OpenAI-compatible protocol, whole (contract 2.3) or streamed (2.4).</summary>
internal static class ChatRules
{
    // openai-dotnet throws for any other, the string "null" too.
    private static readonly string[] FinishReasons = ["stop", "length", "tool_calls", "content_filter", "function_call"];

    public static void Whole(JsonObject request, JsonElement body, Guid requestId)
    {
        JsonShape.Keys(body, ["choices", "object", "usage", "created", "system_fingerprint", "model", "id"], Extensions(request));
        Assert.Equal("chat.completion", JsonShape.Text(body, "object"));
        Identity(request, body, requestId);
        var choice = Assert.Single(body.GetProperty("choices").EnumerateArray());
        JsonShape.Keys(choice, ["message", "finish_reason", "index", "logprobs"]);
        Assert.Equal(0, JsonShape.Count(choice, "index"));
        Assert.Equal(JsonValueKind.Null, choice.GetProperty("logprobs").ValueKind);
        JsonShape.OneOf(JsonShape.Text(choice, "finish_reason"), FinishReasons);
        JsonShape.Keys(choice.GetProperty("message"), ["role", "content"]);
        Assert.Equal("assistant", JsonShape.Text(choice.GetProperty("message"), "role"));
        JsonShape.Text(choice.GetProperty("message"), "content");
        Usage(body.GetProperty("usage"));
    }

    /// <summary>Lines of <c>data: {json}</c> and of comments, nothing else; role first, then text, one end, usage only if asked for, <c>[DONE]</c>.</summary>
    public static void Stream(JsonObject request, string stream, Guid requestId)
    {
        var events = ServerSentEvents.Read(stream);
        Assert.All(events, item => Assert.True(
            item.IsComment || item.Lines is [var line] && line.StartsWith("data: ", StringComparison.Ordinal), $"Not a data line: {string.Join('\n', item.Lines)}"));
        var chunks = ServerSentEvents.Chunks(events);
        if (chunks is [.., var last] && last.TryGetProperty("error", out var error))
        {
            JsonShape.Keys(last, ["error"]);
            WireRules.ErrorDetail(error);
            return;
        }

        Assert.EndsWith("data: [DONE]\n\n", stream, StringComparison.Ordinal);

        var withUsage = request["stream_options"]?["include_usage"]?.GetValue<bool>() == true;
        foreach (var chunk in chunks)
        {
            JsonShape.Keys(chunk, ["choices", "object", "usage", "created", "system_fingerprint", "model", "id"], Extensions(request));
            Assert.Equal("chat.completion.chunk", JsonShape.Text(chunk, "object"));
            Identity(request, chunk, requestId);
        }

        Assert.Single(chunks.Select(chunk => chunk.GetProperty("created").GetInt64()).Distinct());
        var choices = chunks.Where(chunk => chunk.GetProperty("choices").GetArrayLength() > 0).ToList();
        Assert.All(choices, Choice);
        Assert.Equal("""{"content":"","role":"assistant"}""", choices[0].GetProperty("choices")[0].GetProperty("delta").GetRawText());
        Assert.All(choices.Skip(1), chunk => JsonShape.Keys(chunk.GetProperty("choices")[0].GetProperty("delta"), ["content"]));
        Assert.All(choices.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("choices")[0].GetProperty("finish_reason").ValueKind));
        JsonShape.OneOf(JsonShape.Text(choices[^1].GetProperty("choices")[0], "finish_reason"), FinishReasons);

        // After the finish chunk: Longleaf's own, if asked for, and then the usage, if asked for.
        var rest = chunks.Skip(choices.Count).ToList();
        Assert.Equal(choices, chunks.Take(choices.Count));
        Assert.Equal(withUsage ? 1 : 0, chunks.Count(chunk => chunk.GetProperty("usage").ValueKind != JsonValueKind.Null));
        Assert.All(rest.SkipLast(withUsage ? 1 : 0), chunk => Assert.True(chunk.TryGetProperty("longleaf", out _)));
        if (withUsage)
        {
            Usage(rest[^1].GetProperty("usage"));
        }
    }

    private static void Choice(JsonElement chunk)
    {
        var choice = Assert.Single(chunk.GetProperty("choices").EnumerateArray());
        JsonShape.Keys(choice, ["delta", "index", "logprobs", "finish_reason"]);
        Assert.Equal(0, JsonShape.Count(choice, "index"));
        Assert.Equal(JsonValueKind.Null, choice.GetProperty("logprobs").ValueKind);
        JsonShape.Text(choice.GetProperty("delta"), "content");
    }

    private static void Identity(JsonObject request, JsonElement body, Guid requestId)
    {
        Assert.Equal($"chatcmpl-{requestId}", JsonShape.Text(body, "id"));
        Assert.Equal(request["model"]!.GetValue<string>(), JsonShape.Text(body, "model"));
        JsonShape.Count(body, "created");
        JsonShape.TextOrNull(body, "system_fingerprint");
    }

    private static void Usage(JsonElement usage)
    {
        JsonShape.Keys(usage, ["prompt_tokens", "completion_tokens", "total_tokens"], "prompt_tokens_details");
        Assert.Equal(JsonShape.Count(usage, "prompt_tokens") + JsonShape.Count(usage, "completion_tokens"), JsonShape.Count(usage, "total_tokens"));
        if (usage.TryGetProperty("prompt_tokens_details", out var details))
        {
            JsonShape.Count(details, "cached_tokens");
        }
    }

    private static string[] Extensions(JsonObject request) => request.ContainsKey("reading") ? ["longleaf"] : [];
}
