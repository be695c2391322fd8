using System.Text.Json;
using System.Text.Json.Serialization;

namespace Longleaf.Server.Description;

/// <summary>A chat completion request, as it is described; <c>CompletionRequest</c> reads it, and refuses in the original's words.</summary>
internal sealed record CompletionRequestBody
{
    /// <summary>`qwen-long`, `qwen-long-latest`, `qwen-long-2025-01-25` or `qwen-long-0125`.</summary>
    public required string Model { get; init; }

    /// <summary>
    /// First the role, as a system message; then documents, as system messages `fileid://ID,fileid://ID` or as plain text; then the turns.
    /// With two or more system messages a user turn may have 9,000 tokens.
    /// </summary>
    public required IReadOnlyList<MessageBody> Messages { get; init; }

    /// <summary>Whether the answer is sent piece by piece, as server-sent events.</summary>
    public bool Stream { get; init; }

    /// <summary>How a stream ends.</summary>
    public StreamOptionsBody? StreamOptions { get; init; }

    /// <summary>From 1 to 32,768, which is the default; a longer answer ends there with `length`.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>A text, or up to 16, before the first of which the answer ends.</summary>
    public JsonElement? Stop { get; init; }

    /// <summary>From 0 up to 2, exclusive.</summary>
    public double? Temperature { get; init; }

    /// <summary>Above 0, up to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>0 or more.</summary>
    public int? TopK { get; init; }

    /// <summary>From -2 to 2.</summary>
    public double? PresencePenalty { get; init; }

    /// <summary>Above 0.</summary>
    public double? RepetitionPenalty { get; init; }

    /// <summary>From 0 to 2,147,483,647. The embedded reader gives the same answer to the same request with any.</summary>
    public int? Seed { get; init; }

    /// <summary>The form of the answer.</summary>
    public ResponseFormatBody? ResponseFormat { get; init; }

    /// <summary>What Longleaf does beyond the original.</summary>
    public ReadingBody? Reading { get; init; }
}

/// <summary>A message.</summary>
internal sealed record MessageBody
{
    /// <summary>`system`, `user` or `assistant`.</summary>
    public required string Role { get; init; }

    /// <summary>
    /// Text; or a list of `{"type":"text","text":…}` and, of users, `{"type":"file","file":{"file_id":…}}` or
    /// `{"type":"file","file":{"filename":…,"file_data":"data:application/pdf;base64,…"}}`.
    /// </summary>
    public required JsonElement Content { get; init; }
}

/// <summary>How a stream ends.</summary>
internal sealed record StreamOptionsBody
{
    /// <summary>Whether a last chunk tells the usage.</summary>
    public bool IncludeUsage { get; init; }
}

/// <summary>The form of an answer.</summary>
internal sealed record ResponseFormatBody
{
    /// <summary>`text`, `json_object` (a message has to say JSON) or `json_schema`.</summary>
    public required string Type { get; init; }

    /// <summary>The schema, for `json_schema`.</summary>
    public JsonSchemaBody? JsonSchema { get; init; }
}

/// <summary>A named JSON Schema.</summary>
internal sealed record JsonSchemaBody
{
    /// <summary>1 to 64 characters of a-z, A-Z, 0-9, `_` and `-`.</summary>
    public required string Name { get; init; }

    /// <summary>What OpenAI's strict mode takes of draft 2020-12. Fields are found by name, description, type, format and enum.</summary>
    public required JsonElement Schema { get; init; }

    /// <summary>Whether OpenAI's rules for strict schemas hold for it.</summary>
    public bool Strict { get; init; }
}

/// <summary>What Longleaf does beyond the original. An answer then carries `longleaf`.</summary>
internal sealed record ReadingBody
{
    /// <summary>How much is read: `auto` (as the question needs), `full`, `retrieve` or `read_all`.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the answer carries the places it rests on.</summary>
    public bool Citations { get; init; }

    /// <summary>Whether the answer carries what was read for it.</summary>
    public bool Coverage { get; init; }

    /// <summary>Whether the answer carries what was spent on a model behind.</summary>
    public bool Usage { get; init; }

    /// <summary>Whether to wait for files that are still parsed; a stream tells the progress in comments.</summary>
    public bool WaitForFiles { get; init; }

    /// <summary>Whether only the plan is wanted.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Whether the embedded reader may answer where a model fails; so unless it is false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Fallback { get; init; }

    /// <summary>The most tokens to read where everything is read, up to 10,000,000.</summary>
    public long? MaxReadTokens { get; init; }
}
