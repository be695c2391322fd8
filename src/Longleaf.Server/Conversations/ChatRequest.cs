using System.Text.Json;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>What a client asks for, whichever protocol it came by.</summary>
internal sealed record ChatRequest
{
    /// <summary>The most tokens an answer may have (contract 2.2).</summary>
    public const int MaxOutputTokens = 32_768;

    /// <summary>The model id as asked for, echoed as it is.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Where the answer is cut with <c>length</c>.</summary>
    public int MaxTokens { get; init; } = MaxOutputTokens;

    /// <summary>Texts before the first of which the answer ends.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Whether the answer is sent piece by piece.</summary>
    public bool Stream { get; init; }

    /// <summary>What is asked for beyond the original.</summary>
    public ReadingRequest Reading { get; init; } = ReadingRequest.None;

    /// <summary>The form of the answer.</summary>
    public AnswerFormat Format { get; init; } = AnswerFormat.PlainText;

    /// <summary>The model that a body asks for, in either protocol.</summary>
    public static Outcome<string> ModelOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ApiErrors.BodyInvalid;
        }

        return JsonBody.Get(root, "model") is { } model && JsonBody.Text(model) is { Length: > 0 } name ? name : ApiErrors.ModelMissing;
    }

    /// <summary>A request of messages and parameters.</summary>
    public static ChatRequest Of(string model, IReadOnlyList<ChatMessage> messages, ChatParameters parameters, bool stream) => new()
    {
        Model = model,
        Messages = messages,
        MaxTokens = parameters.MaxTokens,
        Stop = parameters.Stop,
        Stream = stream,
        Reading = parameters.Reading,
        Format = parameters.Format,
    };
}
