using System.Text.Json.Serialization;
using Longleaf.Server.Protocol.Extensions;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>A whole answer on the wire (contract 2.3).</summary>
internal sealed record ChatCompletionBody(
    IReadOnlyList<ChatChoiceBody> Choices,
    [property: JsonPropertyName("object")] string ObjectType,
    UsageBody Usage,
    long Created,
    string? SystemFingerprint,
    string Model,
    string Id)
{
    /// <summary>What was asked for beyond the original's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongleafBody? Longleaf { get; init; }
}
