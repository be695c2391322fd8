using System.Text;
using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Scenarios;

/// <summary>The bodies and bytes that scenarios send.</summary>
internal static class Requests
{
    public const string Role = "You are a helpful assistant.";

    public static JsonObject Chat(JsonArray messages, params (string Name, JsonNode? Value)[] more)
    {
        var body = new JsonObject { ["model"] = "qwen-long", ["messages"] = messages };
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }

        return body;
    }

    public static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    /// <summary>A role, files, and a question: the documented form.</summary>
    public static JsonArray Ask(string question, params string[] fileIds) =>
    [
        Message("system", Role),
        .. fileIds.Length == 0 ? Array.Empty<JsonNode>() : [Message("system", string.Join(',', fileIds.Select(id => $"fileid://{id}")))],
        Message("user", question),
    ];

    /// <summary>A request's head and body, with the key and the length.</summary>
    public static byte[] Raw(Clients.ServerAccess server, string line, string headers, byte[] body) =>
    [
        .. Encoding.UTF8.GetBytes($"{line} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {server.ApiKey}\r\n{headers}"
            + (headers.Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || body.Length == 0 && line.StartsWith("GET", StringComparison.Ordinal)
                ? "\r\n" : $"Content-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    public static byte[] Raw(Clients.ServerAccess server, string line, JsonObject body) =>
        Raw(server, line, "Content-Type: application/json\r\n", Encoding.UTF8.GetBytes(body.ToJsonString()));
}
