using System.Text.Json.Serialization;

namespace Longleaf.Client.Files;

/// <summary>A file on the wire.</summary>
internal sealed record LongleafFileBody
{
    public required string Id { get; init; }

    public long Bytes { get; init; }

    [JsonPropertyName("filename")]
    public string FileName { get; init; } = "";

    public string? Purpose { get; init; }

    public string? Status { get; init; }

    public string? StatusDetails { get; init; }

    public long CreatedAt { get; init; }

    public LongleafFileDetailsBody? Longleaf { get; init; }

    public LongleafFile ToFile() => new()
    {
        Id = Id,
        Bytes = Bytes,
        FileName = FileName,
        Purpose = PurposeNames.Parse(Purpose),
        Status = Status switch
        {
            "processing" => LongleafFileStatus.Processing,
            "processed" or "uploaded" => LongleafFileStatus.Processed,
            "error" => LongleafFileStatus.Error,
            _ => LongleafFileStatus.Unknown,
        },
        StatusDetails = StatusDetails,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(CreatedAt),
        Format = Longleaf?.Format,
        Pages = Longleaf?.Pages,
        Tokens = Longleaf?.Tokens,
        Characters = Longleaf?.Characters,
        Warnings = Longleaf?.Warnings ?? [],
        Progress = Longleaf?.Progress,
    };
}

/// <summary>What Longleaf knows of a file, on the wire.</summary>
internal sealed record LongleafFileDetailsBody(
    string? Format, int? Pages, long? Tokens, long? Characters, IReadOnlyList<string>? Warnings, LongleafFileProgress? Progress);

/// <summary>A page of files on the wire.</summary>
internal sealed record LongleafFileListBody(IReadOnlyList<LongleafFileBody>? Data, bool HasMore);
