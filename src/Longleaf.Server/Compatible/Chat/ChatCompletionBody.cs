using System.Text.Json.Serialization;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>A whole answer on the wire (contract 2.3).</summary>
internal sealed record ChatCompletionBody(
    IReadOnlyList<ChatChoiceBody> Choices,
    [property: JsonPropertyName("object")] string ObjectType,
    UsageBody Usage,
    long Created,
    string? SystemFingerprint,
    string Model,
    string Id);
