using System.Text.Json;

namespace Longleaf.Bench.Requests;

/// <summary>What is wrong with an answer, whatever was asked.</summary>
internal static class RequestVerdict
{
    /// <summary>A sentence; <see langword="null"/> if nothing is.</summary>
    public static string? Fault(HostileRequest request, RawReply reply)
    {
        var type = reply.Header("Content-Type") ?? "";
        var isHead = request.Bytes.AsSpan().StartsWith("HEAD "u8);
        return reply switch
        {
            { Status: >= 500 and not (503 or 505) } => $"status {reply.Status}",
            _ when isHead || reply.Status is 204 => null,
            { Body.Length: 0 } => $"status {reply.Status} with an empty body",
            { Status: >= 400 } => Error(type, reply),
            _ when type.StartsWith("application/json", StringComparison.Ordinal) => Json(reply.Body) is null ? "a body that is not JSON" : null,
            _ when type.StartsWith("text/event-stream", StringComparison.Ordinal) =>
                reply.Text.EndsWith("\n\n", StringComparison.Ordinal) ? null : "a stream that ends within an event",
            _ when type.StartsWith("text/html", StringComparison.Ordinal) => "HTML",
            _ => null,
        };
    }

    private static string? Error(string type, RawReply reply)
    {
        if (!type.StartsWith("application/json", StringComparison.Ordinal))
        {
            return $"status {reply.Status} with {(type.Length > 0 ? type : "no content type")}";
        }

        if (Json(reply.Body) is not { ValueKind: JsonValueKind.Object } body)
        {
            return $"status {reply.Status} with a body that is not JSON";
        }

        var error = body.TryGetProperty("error", out var inner) ? inner : body;
        return error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            && error.TryGetProperty("code", out _) && body.TryGetProperty("request_id", out _)
            ? null
            : $"status {reply.Status} in no envelope: {body}";
    }

    private static JsonElement? Json(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
