using System.Text.Json.Serialization;

namespace Longleaf.Client.Reading;

/// <summary>A place that an answer rests on.</summary>
public sealed record Citation
{
    /// <summary>Its number in the answer, from 1.</summary>
    public int Index { get; init; }

    /// <summary>The text there, to the letter.</summary>
    public string Quote { get; init; } = "";

    /// <summary>The file.</summary>
    public string FileId { get; init; } = "";

    /// <summary>The file's name.</summary>
    [JsonPropertyName("filename")]
    public string FileName { get; init; } = "";

    /// <summary>The page, where the format has pages.</summary>
    public int? Page { get; init; }

    /// <summary>The sheet, in workbooks.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row, in tables.</summary>
    public int? Row { get; init; }

    /// <summary>The headings above it.</summary>
    public string? Section { get; init; }

    /// <summary>The field of a structured answer that rests on it.</summary>
    public string? Field { get; init; }

    /// <summary>The first Unicode code point of the quote in the text that <see cref="Files.LongleafFileClient.GetTextAsync"/> gives.</summary>
    public long Start { get; init; }

    /// <summary>The code point after its last.</summary>
    public long End { get; init; }
}
