using System.Text.Json;
using System.Text.Json.Serialization;
using Longleaf.Documents;

namespace Longleaf.Platform.Parsing;

/// <summary>What is known of a document beside its text: kept with the other artefacts, so that a second upload needs no reader.</summary>
internal sealed record DocumentManifest
{
    /// <summary>The version of the reader that read it.</summary>
    public required string ReaderVersion { get; init; }

    public required DocumentInfo Info { get; init; }

    /// <summary>Qwen2.5 tokens of the canonical text.</summary>
    public required long Tokens { get; init; }

    /// <summary>Code points of the canonical text.</summary>
    public required long Characters { get; init; }

    /// <summary>Bytes of the canonical text; a file of another length is damaged.</summary>
    public required long TextBytes { get; init; }

    public required int Passages { get; init; }

    /// <summary>The warnings as a row keeps them: a sentence a line.</summary>
    [JsonIgnore]
    public string? WarningLines => Info.Warnings.Count == 0 ? null : string.Join('\n', Info.Warnings.Select(warning => warning.ReplaceLineEndings(" ")));

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<DocumentManifest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return await JsonSerializer.DeserializeAsync(stream, ManifestJson.Default.DocumentManifest, cancellationToken)
                ?? throw new InvalidDataException("The manifest is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The manifest is damaged.", exception);
        }
    }

    public void Write(Stream output) => JsonSerializer.Serialize(output, this, ManifestJson.Default.DocumentManifest);
}

/// <summary>How a manifest is written.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(DocumentManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
