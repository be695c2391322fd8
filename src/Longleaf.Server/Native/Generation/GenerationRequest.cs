using System.Text.Json;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Generation;

/// <summary>A request as this protocol puts it (contract 4.1): everything but the model and the messages stands in <c>parameters</c>.</summary>
/// <param name="Chat">What is asked for.</param>
/// <param name="IsText">Whether the answer is a plain text (<c>result_format</c>), not a message.</param>
/// <param name="IsIncremental">Whether each event of a stream holds what is new alone, not all so far.</param>
internal sealed record GenerationRequest(ChatRequest Chat, bool IsText, bool IsIncremental)
{
    private static readonly JsonElement None = JsonDocument.Parse("{}").RootElement;

    /// <summary>From a JSON body, or the contract's refusal.</summary>
    public static Outcome<GenerationRequest> Parse(JsonElement root, bool stream)
    {
        if (ChatRequest.ModelOf(root).Failed(out var modelError, out var model))
        {
            return modelError;
        }

        if (JsonBody.Get(root, "input") is not { } input)
        {
            return ApiErrors.InputMissing;
        }

        if (input.ValueKind != JsonValueKind.Object || JsonBody.Get(root, "parameters") is { ValueKind: not JsonValueKind.Object })
        {
            return ApiErrors.BodyInvalid;
        }

        var parameters = JsonBody.Get(root, "parameters") ?? None;
        if (ChatParameters.Parse(parameters, model, WireProtocol.Native).Failed(out var parameterError, out var known))
        {
            return parameterError;
        }

        if (!JsonBody.TryGetFlag(parameters, "incremental_output", out var incremental))
        {
            return ApiErrors.MustBe("incremental_output", "Boolean");
        }

        var format = ResultFormat(parameters);
        if (format is not ("text" or "message"))
        {
            return ApiErrors.ResultFormatInvalid(format);
        }

        return MessagesOf(input).Failed(out var messageError, out var messages)
            ? messageError
            : new GenerationRequest(ChatRequest.Of(model, messages, known, stream), format == "text", incremental);
    }

    /// <summary>The messages of an input, or its prompt as one.</summary>
    public static Outcome<List<ChatMessage>> MessagesOf(JsonElement input)
    {
        if (JsonBody.Get(input, "messages") is { } list)
        {
            return ChatMessageParser.Parse(list);
        }

        if (JsonBody.Get(input, "prompt") is not { } prompt)
        {
            return ApiErrors.MessagesMissing;
        }

        return JsonBody.Text(prompt) is { } text ? new List<ChatMessage> { new(ChatRole.User, text) } : ApiErrors.InvalidString("prompt");
    }

    private static string ResultFormat(JsonElement parameters) =>
        JsonBody.Get(parameters, "result_format") is { } format ? JsonBody.Text(format) ?? format.ValueKind.ToString() : "message";
}
