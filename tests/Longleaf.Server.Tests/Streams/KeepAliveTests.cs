using System.Net.Http.Json;

namespace Longleaf.Server.Tests.Streams;

public sealed class KeepAliveTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comments_go_out_while_the_answer_is_silent(bool native)
    {
        await using var server = await SlowServer.StartAsync(settings: ("Server__KeepAliveInterval", "00:00:00.2"));
        using var request = native
            ? new HttpRequestMessage(HttpMethod.Post, "api/v1/services/aigc/text-generation/generation")
            {
                Content = JsonContent.Create(new { model = "qwen-long", input = new { prompt = "say 2 pieces, one every 1500 ms" } }),
                Headers = { Accept = { new("text/event-stream") } },
            }
            : SlowStream.Request("say 2 pieces, one every 1500 ms", stream: true);
        using var response = await server.Http.SendAsync(request);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(events.Count(line => line == ": keep-alive"), 3, 30);
        Assert.Equal(2, events.Count(line => line.Contains("\"x\"", StringComparison.Ordinal) || line.Contains("\"xx\"", StringComparison.Ordinal)) - (native ? 1 : 0));
    }
}
