using System.Text;
using System.Text.Json;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>From a JSON list to messages, or the contract's refusal (contract 2.1). Both protocols word it alike.</summary>
internal static class ChatMessageParser
{
    // What a conversation of 10M tokens never needs; bounds the work before it starts.
    private const int MaxMessages = 10_000;

    public static Outcome<List<ChatMessage>> Parse(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return ApiErrors.MessagesInvalid;
        }

        if (list.GetArrayLength() is 0 or > MaxMessages)
        {
            return list.GetArrayLength() == 0
                ? ApiErrors.MessagesEmpty
                : ApiErrors.MessagesTooMany(MaxMessages);
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
            return ApiErrors.InvalidDictionary($"messages.{index}");
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

        if (content.ValueKind == JsonValueKind.Array)
        {
            return Parts(content, role.Value, index);
        }

        return JsonBody.Text(content) is { } text ? new ChatMessage(role.Value, text) : ApiErrors.ContentNotString(index);
    }

    // Text parts: the original refuses arrays, clients in the wild send them. File parts: OpenAI's dialect, of users only.
    private static Outcome<ChatMessage> Parts(JsonElement content, ChatRole role, int index)
    {
        var text = new StringBuilder();
        var files = new List<AttachedFile>();
        var number = 0;
        foreach (var part in content.EnumerateArray())
        {
            var type = part.ValueKind == JsonValueKind.Object && JsonBody.Get(part, "type") is { } name ? JsonBody.Text(name) : null;
            if (type == "text" && JsonBody.Get(part, "text") is { } piece && JsonBody.Text(piece) is { } words)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(words);
            }
            else if (type == "file" && role == ChatRole.User)
            {
                if (FilePartParser.Parse(part, $"messages.{index}.content.{number}").Failed(out var error, out var file))
                {
                    return error;
                }

                files.Add(file);
            }
            else
            {
                return ApiErrors.ContentNotString(index);
            }

            number++;
        }

        return new ChatMessage(role, text.ToString()) { Files = files };
    }
}
