using System.Text.Json;

namespace Longleaf.Conformance.Rules;

/// <summary>One event of a stream, or a comment; every field as it stood, blanks included.</summary>
internal sealed record ServerSentEvent(IReadOnlyList<string> Lines)
{
    /// <summary>The data, as readers that take one blank after the colon read it; <see langword="null"/> if there is none.</summary>
    public string? Data => Lines.FirstOrDefault(line => line.StartsWith("data:", StringComparison.Ordinal)) is { } line
        ? line["data:".Length..] is ['\u0020', .. var rest] ? rest : line["data:".Length..]
        : null;

    /// <summary>Whether it says nothing to a reader: what keeps a connection alive.</summary>
    public bool IsComment => Lines.All(line => line.StartsWith(':'));
}

/// <summary>Splits a stream into its events.</summary>
internal static class ServerSentEvents
{
    public static IReadOnlyList<ServerSentEvent> Read(string stream)
    {
        Assert.DoesNotContain('\r', stream);
        Assert.True(stream.Length == 0 || stream.EndsWith("\n\n", StringComparison.Ordinal), "A stream ends with a whole event.");
        return [.. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => new ServerSentEvent(block.Split('\n')))];
    }

    /// <summary>The JSON of the events, without the mark of the end.</summary>
    public static List<JsonElement> Chunks(IEnumerable<ServerSentEvent> events) =>
        [.. events.Where(item => item.Data is not null and not "[DONE]").Select(item => JsonSerializer.Deserialize<JsonElement>(item.Data!))];
}
