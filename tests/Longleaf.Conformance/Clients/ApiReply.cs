using System.Text.Json;

namespace Longleaf.Conformance.Clients;

/// <summary>What a client made of an answer.</summary>
internal sealed record ApiReply
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The JSON body; of a stream that ended in an error, the error's.</summary>
    public JsonElement Body { get; init; }

    /// <summary>The events of a stream.</summary>
    public IReadOnlyList<JsonElement> Chunks { get; init; } = [];

    /// <summary>A body that is not JSON.</summary>
    public string? Content { get; init; }

    /// <summary>As the client tells it to its user.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the client throws, by its name.</summary>
    public string? Thrown { get; init; }

    /// <summary>The answer of a chat, streamed or not.</summary>
    public string Answer => Chunks.Count > 0
        ? string.Concat(Chunks.Where(chunk => chunk.GetProperty("choices").GetArrayLength() > 0)
            .Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta") is var delta && delta.TryGetProperty("content", out var text) ? text.GetString() : null))
        : Body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    /// <summary>The error in an OpenAI-compatible body.</summary>
    public JsonElement Error => Body.GetProperty("error");

    public string? ErrorMessage => Error.GetProperty("message").GetString();

    public string? ErrorCode => Error.GetProperty("code").GetString();

    /// <summary>A text of the body.</summary>
    public string? Text(string name) => Body.GetProperty(name).GetString();

    /// <summary>Holds the reply to a status, saying what came instead.</summary>
    public ApiReply Expect(int status)
    {
        Assert.True(Status == status, $"{status} was expected: {Status} {Thrown} {Body}{Content}");
        return this;
    }
}
