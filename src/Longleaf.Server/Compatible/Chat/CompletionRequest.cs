using System.Text.Json;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>A request as this protocol puts it (contract 2.1 and 2.2).</summary>
/// <param name="Chat">What is asked for.</param>
/// <param name="IncludeUsage">Whether a stream ends with the usage.</param>
internal sealed record CompletionRequest(ChatRequest Chat, bool IncludeUsage)
{
    /// <summary>From a JSON body, or the contract's refusal.</summary>
    public static Outcome<CompletionRequest> Parse(JsonElement root)
    {
        if (ChatRequest.ModelOf(root).Failed(out var modelError, out var model))
        {
            return modelError;
        }

        if (ChatParameters.Parse(root, model, WireProtocol.Compatible).Failed(out var parameterError, out var parameters))
        {
            return parameterError;
        }

        if (!JsonBody.TryGetFlag(root, "stream", out var stream))
        {
            return ApiErrors.MustBe("stream", "Boolean");
        }

        var includeUsage = false;
        if (JsonBody.Get(root, "stream_options") is { } options
            && (options.ValueKind != JsonValueKind.Object || !JsonBody.TryGetFlag(options, "include_usage", out includeUsage)))
        {
            return ApiErrors.MustBe("stream_options", "an object with a Boolean 'include_usage'");
        }

        if (JsonBody.Get(root, "messages") is not { } list)
        {
            return ApiErrors.MessagesMissing;
        }

        return ChatMessageParser.Parse(list).Failed(out var messageError, out var messages)
            ? messageError
            : new CompletionRequest(ChatRequest.Of(model, messages, parameters, stream), includeUsage);
    }
}
