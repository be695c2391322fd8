using System.Text.Json.Serialization;

namespace Longleaf.Server.Compatible.Files;

/// <summary>A page of files on the wire.</summary>
internal sealed record FileListBody([property: JsonPropertyName("object")] string ObjectType, IReadOnlyList<FileBody> Data, bool HasMore);
