using System.Text.Json;

namespace Longleaf.Server.Description;

/// <summary>A native request, as it is described; <c>GenerationRequest</c> reads it.</summary>
internal sealed record GenerationRequestBody
{
    /// <summary>As in the OpenAI-compatible protocol.</summary>
    public required string Model { get; init; }

    /// <summary>The messages, or a prompt.</summary>
    public required GenerationInputBody Input { get; init; }

    /// <summary>All else.</summary>
    public GenerationParametersBody? Parameters { get; init; }
}

/// <summary>What is asked.</summary>
internal sealed record GenerationInputBody
{
    /// <summary>As in the OpenAI-compatible protocol.</summary>
    public IReadOnlyList<MessageBody>? Messages { get; init; }

    /// <summary>A question alone.</summary>
    public string? Prompt { get; init; }
}

/// <summary>How it is to be answered.</summary>
internal sealed record GenerationParametersBody
{
    /// <summary>`message`, which is the default, or `text`.</summary>
    public string? ResultFormat { get; init; }

    /// <summary>Whether each event holds what is new alone, not all so far.</summary>
    public bool IncrementalOutput { get; init; }

    /// <summary>From 1 to 32,768.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>A text, or up to 16, before the first of which the answer ends.</summary>
    public JsonElement? Stop { get; init; }

    /// <summary>0 or more.</summary>
    public long? Seed { get; init; }

    /// <summary>From 0 up to 2, exclusive.</summary>
    public double? Temperature { get; init; }

    /// <summary>Above 0, up to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>0 or more.</summary>
    public int? TopK { get; init; }

    /// <summary>The form of the answer.</summary>
    public ResponseFormatBody? ResponseFormat { get; init; }

    /// <summary>What Longleaf does beyond the original.</summary>
    public ReadingBody? Reading { get; init; }
}
