using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Replays;

/// <summary>JSON as the libraries of other languages lay it out.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without blanks, text as it is: httpx, Jackson, Gson.</summary>
    public static string Compact(JsonNode? node) => node is null ? "null" : node.ToJsonString(Relaxed);

    /// <summary>A blank after every comma and colon: Python's <c>json.dumps</c>.</summary>
    public static string Spaced(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return "{" + string.Join(", ", members.Select(member => $"{Compact(member.Key)}: {Spaced(member.Value)}")) + "}";
            case JsonArray items:
                return "[" + string.Join(", ", items.Select(Spaced)) + "]";
            default:
                return Compact(node);
        }
    }

    /// <summary>What is not ASCII as escapes: Python's <c>json.dumps</c> by default, as older clients send it.</summary>
    public static string Escaped(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var unit in json)
        {
            _ = unit < 0x80 ? text.Append(unit) : text.Append($"\\u{(int)unit:x4}");
        }

        return text.ToString();
    }
}
