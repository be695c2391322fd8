using System.Text;
using System.Text.Json;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>From a JSON body to a <see cref="ChatRequest"/>, or the contract's refusal (contract 2.1 and 2.2).</summary>
internal static class ChatRequestParser
{
    // What a conversation of 10M tokens never needs; bounds the work before it starts.
    private const int MaxMessages = 10_000;

    public static Outcome<ChatRequest> Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ApiErrors.BodyInvalid;
        }

        if (JsonBody.Get(root, "model") is not { } modelElement || JsonBody.Text(modelElement) is not { Length: > 0 } model)
        {
            return ApiErrors.ModelMissing;
        }

        if (ChatParameters.Parse(root, model).Failed(out var parameterError, out var parameters))
        {
            return parameterError;
        }

        if (Messages(root).Failed(out var messageError, out var messages))
        {
            return messageError;
        }

        return new ChatRequest
        {
            Model = model,
            Messages = messages,
            MaxTokens = parameters.MaxTokens,
            Stop = parameters.Stop,
            Stream = parameters.Stream,
            IncludeUsage = parameters.IncludeUsage,
        };
    }

    private static Outcome<List<ChatMessage>> Messages(JsonElement root)
    {
        if (JsonBody.Get(root, "messages") is not { } list)
        {
            return ApiErrors.MessagesMissing;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return ApiErrors.Parameter("Input error. Input should be a valid list: input.messages");
        }

        if (list.GetArrayLength() is 0 or > MaxMessages)
        {
            return list.GetArrayLength() == 0
                ? ApiErrors.MessagesEmpty
                : ApiErrors.Parameter($"A request may have {MaxMessages} messages at most.");
        }

        var messages = new List<ChatMessage>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            if (Message(element, messages.Count).Failed(out var error, out var message))
            {
                return error;
            }

            messages.Add(message);
        }

        return messages;
    }

    private static Outcome<ChatMessage> Message(JsonElement element, int index)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return ApiErrors.Parameter($"Input error. Input should be a valid dictionary: input.messages.{index}");
        }

        if (JsonBody.Get(element, "role") is not { } roleElement)
        {
            return ApiErrors.FieldRequired($"messages.{index}.role");
        }

        ChatRole? role = JsonBody.Text(roleElement) switch
        {
            "system" or "developer" => ChatRole.System,
            "user" => ChatRole.User,
            "assistant" => ChatRole.Assistant,
            _ => null,
        };
        if (role is null)
        {
            return ApiErrors.WrongRole;
        }

        if (JsonBody.Get(element, "content") is not { } content)
        {
            return ApiErrors.FieldRequired($"messages.{index}.content");
        }

        return Content(content) is { } text ? new ChatMessage(role.Value, text) : ApiErrors.ContentNotString(index);
    }

    // A string, or an array of text parts: the original refuses arrays, clients in the wild send them.
    private static string? Content(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Array)
        {
            return JsonBody.Text(content);
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object
                || JsonBody.Get(part, "type") is not { } type || JsonBody.Text(type) != "text"
                || JsonBody.Get(part, "text") is not { } piece || JsonBody.Text(piece) is not { } words)
            {
                return null;
            }

            text.Append(text.Length > 0 ? "\n" : "").Append(words);
        }

        return text.ToString();
    }
}
