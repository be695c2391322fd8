using System.Text.Json.Serialization;
using Longleaf.Server.Protocol.Extensions;

namespace Longleaf.Server.Native.Generation;

/// <summary>An answer on the wire, whole or as far as it has come (contract 4.1).</summary>
internal sealed record GenerationBody(GenerationOutputBody Output, GenerationUsageBody Usage, string RequestId)
{
    /// <summary>What was asked for beyond the original's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongleafBody? Longleaf { get; init; }
}

/// <summary>The answer: one choice, or a text and why it ended.</summary>
internal sealed record GenerationOutputBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GenerationChoiceBody>? Choices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FinishReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}

/// <summary>The one choice.</summary>
internal sealed record GenerationChoiceBody(GenerationMessageBody Message, string FinishReason);

/// <summary>The message of a choice.</summary>
internal sealed record GenerationMessageBody(string Content, string Role);

/// <summary>What an answer costs, in tokens.</summary>
internal sealed record GenerationUsageBody(long TotalTokens, long InputTokens, long OutputTokens);
