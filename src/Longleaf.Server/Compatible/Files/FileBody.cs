using System.Text.Json.Serialization;
using Longleaf.Platform.Files;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Compatible.Files;

/// <summary>A file on the wire, in the order the original writes it (contract 1.1).</summary>
internal sealed record FileBody(
    string Id,
    [property: JsonPropertyName("object")] string ObjectType,
    long Bytes,
    string Filename,
    string Purpose,
    string Status,
    long CreatedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatusDetails { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FileExtension? Longleaf { get; init; }

    public static FileBody Of(StoredFile file) => new(
        file.Id,
        "file",
        file.Bytes,
        file.FileName,
        PurposeNames.Of(file.Purpose),
        file.Status switch
        {
            FileStatus.Processing => "processing",
            FileStatus.Processed => "processed",
            _ => "error",
        },
        file.CreatedAt.ToUnixTimeSeconds())
    {
        StatusDetails = file.Failure?.Reason,
        Longleaf = file.Purpose == FilePurpose.FileExtract ? FileExtension.Of(file) : null,
    };
}
