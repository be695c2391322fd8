using System.Net.Http.Json;
using System.Text.Json;

namespace Longleaf.Server.Tests.Native;

/// <summary>The native protocol as a plain HTTP client calls it.</summary>
internal static class NativeCalls
{
    public const string Generation = "api/v1/services/aigc/text-generation/generation";

    public static async Task<(int Status, JsonElement Body)> GenerateAsync(this HttpClient http, object request)
    {
        using var response = await http.PostAsJsonAsync(Generation, request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>The events of a stream, each as its lines.</summary>
    public static async Task<(int Status, string[][] Events)> StreamAsync(this HttpClient http, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Generation) { Content = JsonContent.Create(request) };
        message.Headers.Add("X-DashScope-SSE", "enable");
        using var response = await http.SendAsync(message);
        Assert.Equal("text/event-stream;charset=UTF-8", response.Content.Headers.ContentType!.ToString().Replace("; ", ";"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        return ((int)response.StatusCode, [.. text.TrimEnd('\n').Split("\n\n").Select(block => block.Split('\n'))]);
    }

    public static object Question(string fileId, string question, object? parameters = null) => new
    {
        model = "qwen-long",
        input = new
        {
            messages = new[] { new { role = "system", content = $"fileid://{fileId}" }, new { role = "user", content = question } },
        },
        parameters = parameters ?? new { },
    };

    public static JsonElement Data(string[] lines) => JsonDocument.Parse(lines[^1]["data:".Length..]).RootElement;
}
