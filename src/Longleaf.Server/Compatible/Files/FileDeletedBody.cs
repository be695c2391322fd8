using System.Text.Json.Serialization;

namespace Longleaf.Server.Compatible.Files;

/// <summary>The answer to a deletion.</summary>
internal sealed record FileDeletedBody(string Id, [property: JsonPropertyName("object")] string ObjectType, bool Deleted);
