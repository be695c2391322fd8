using System.Text.Json.Serialization;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>What a chunk adds; the role on the first one only.</summary>
internal sealed record ChunkDeltaBody(
    string Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role = null);
