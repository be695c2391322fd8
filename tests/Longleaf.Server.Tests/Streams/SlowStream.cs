using System.Net.Http.Json;
using System.Text.Json;

namespace Longleaf.Server.Tests.Streams;

/// <summary>A streamed answer, taken event by event.</summary>
internal sealed class SlowStream : IDisposable
{
    private const string Data = "data: ";
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _events;

    private SlowStream(HttpResponseMessage response, Stream body) => (_response, _events) = (response, new StreamReader(body));

    public static async Task<SlowStream> OpenAsync(HttpClient http, string question, string? fileId = null)
    {
        var response = await http.SendAsync(Request(question, stream: true, fileId), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new SlowStream(response, await response.Content.ReadAsStreamAsync());
    }

    public static HttpRequestMessage Request(string question, bool stream, string? fileId = null) =>
        new(HttpMethod.Post, "v1/chat/completions") { Content = JsonContent.Create(Body(question, stream, fileId)) };

    public static object Body(string question, bool stream, string? fileId = null)
    {
        object user = new { role = "user", content = question };
        return new
        {
            model = "qwen-long",
            stream,
            messages = fileId is null ? [user] : new[] { new { role = "system", content = $"fileid://{fileId}" }, user },
        };
    }

    /// <summary>What a number of events say.</summary>
    public static string Text(IEnumerable<string> events) => string.Concat(events.Where(data => data.StartsWith('{')).Select(data =>
        JsonSerializer.Deserialize<JsonElement>(data).GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString()));

    /// <summary>The next event's data.</summary>
    public async Task<string> NextAsync()
    {
        while (await _events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Data, StringComparison.Ordinal))
            {
                return line[Data.Length..];
            }
        }

        throw new EndOfStreamException("The stream has ended.");
    }

    /// <summary>All events up to the one that says that the stream is done.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        var events = new List<string>();
        do
        {
            events.Add(await NextAsync());
        }
        while (events[^1] != "[DONE]");
        return events;
    }

    public void Dispose()
    {
        _events.Dispose();
        _response.Dispose();
    }
}
