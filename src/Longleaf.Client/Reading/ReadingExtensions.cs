using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Longleaf.Client.Reading;

/// <summary>Says what to ask of an answer, and reads what it carries: with the official chat client, and with an <see cref="IChatClient"/> over it.</summary>
public static class ReadingExtensions
{
    /// <summary>Asks for what <paramref name="reading"/> says.</summary>
    /// <param name="options">The official client's options; changed.</param>
    /// <param name="reading">What to ask.</param>
    public static ChatCompletionOptions WithReading(this ChatCompletionOptions options, ReadingOptions reading)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reading);
        options.Patch.Set("$.reading"u8, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(reading, LongleafJson.Default.ReadingOptions)));
        return options;
    }

    /// <summary>Asks for what <paramref name="reading"/> says.</summary>
    /// <param name="options">Options of an <see cref="IChatClient"/> over the official client; changed.</param>
    /// <param name="reading">What to ask.</param>
    public static ChatOptions WithReading(this ChatOptions options, ReadingOptions reading)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reading);
        var before = options.RawRepresentationFactory;
        options.RawRepresentationFactory = client => ((before?.Invoke(client) as ChatCompletionOptions) ?? new ChatCompletionOptions()).WithReading(reading);
        return options;
    }

    /// <summary>What an answer carries; <see langword="null"/> if nothing.</summary>
    /// <param name="completion">The answer.</param>
    public static ReadingDetails? GetReading(this ChatCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return Read(completion.Patch);
    }

    /// <summary>What a piece of a streamed answer carries: of the last pieces, one; <see langword="null"/> for the others.</summary>
    /// <param name="update">The piece.</param>
    public static ReadingDetails? GetReading(this StreamingChatCompletionUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Read(update.Patch);
    }

    /// <summary>What an answer carries; <see langword="null"/> if nothing.</summary>
    /// <param name="response">The answer.</param>
    public static ReadingDetails? GetReading(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return (response.RawRepresentation as ChatCompletion)?.GetReading();
    }

    /// <summary>What a piece of a streamed answer carries: of the last pieces, one; <see langword="null"/> for the others.</summary>
    /// <param name="update">The piece.</param>
    public static ReadingDetails? GetReading(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return (update.RawRepresentation as StreamingChatCompletionUpdate)?.GetReading();
    }

    private static ReadingDetails? Read(in JsonPatch patch) =>
        patch.TryGetJson("$.longleaf"u8, out var json) ? JsonSerializer.Deserialize(json.Span, LongleafJson.Default.ReadingDetails) : null;
}
