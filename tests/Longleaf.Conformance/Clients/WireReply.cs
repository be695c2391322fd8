using System.Text.Json;
using Longleaf.Bench.Requests;
using Longleaf.Conformance.Rules;

namespace Longleaf.Conformance.Clients;

/// <summary>From what stood on the wire to a reply, held to the rules of the strictest clients on the way (contract 12).</summary>
internal static class WireReply
{
    public static ApiReply Read(ApiCall call, RawReply raw)
    {
        WireRules.Check(call, raw);
        var type = raw.Header("Content-Type") ?? "";
        var reply = new ApiReply { Status = raw.Status, RequestId = raw.Header("x-request-id") };
        if (type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            var chunks = ServerSentEvents.Chunks(ServerSentEvents.Read(raw.Text));
            var failed = chunks.FindIndex(chunk => chunk.TryGetProperty("error", out _) || chunk.TryGetProperty("code", out _));
            return failed < 0 ? reply with { Chunks = chunks } : reply with { Chunks = chunks[..failed], Body = chunks[failed] };
        }

        return type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            ? reply with { Body = JsonSerializer.Deserialize<JsonElement>(raw.Body) }
            : reply with { Content = raw.Text };
    }
}
