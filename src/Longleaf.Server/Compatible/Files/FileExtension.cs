using System.Text.Json.Serialization;
using Longleaf.Platform.Files;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Compatible.Files;

/// <summary>What Longleaf knows of a file beyond the original's fields; all under one key.</summary>
internal sealed record FileExtension
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Pages { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Tokens { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Characters { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProgressBody? Progress { get; init; }

    /// <summary><see langword="null"/> while nothing is known.</summary>
    public static FileExtension? Of(StoredFile file) => file is { Format: null, Progress: null } ? null : new()
    {
        Format = file.Format is { } format ? FormatNames.Of(format) : null,
        Pages = file.Pages,
        Tokens = file.Tokens,
        Characters = file.Characters,
        Warnings = file.Warnings.Count > 0 ? file.Warnings : null,
        Progress = file.Progress is { } progress ? new ProgressBody(progress.Stage, progress.Done, progress.Total, progress.Unit) : null,
    };
}
