using System.Text.Json.Serialization;
using Longleaf.Server.Protocol.Extensions;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>A piece of a streamed answer on the wire (contract 2.4); usage is null on all but the usage chunk.</summary>
internal sealed record ChatChunkBody(
    IReadOnlyList<ChunkChoiceBody> Choices,
    [property: JsonPropertyName("object")] string ObjectType,
    UsageBody? Usage,
    long Created,
    string? SystemFingerprint,
    string Model,
    string Id)
{
    /// <summary>What was asked for beyond the original's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongleafBody? Longleaf { get; init; }
}
