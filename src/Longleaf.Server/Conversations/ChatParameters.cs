using System.Text.Json;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>The parameters beside the messages, each within its range or refused in the contract's words (contract 2.2).</summary>
internal sealed record ChatParameters
{
    private const int MaxStops = 16;
    private const int MaxStopLength = 1024;

    public int MaxTokens { get; private init; } = ChatRequest.MaxOutputTokens;

    public IReadOnlyList<string> Stop { get; private init; } = [];

    public ReadingRequest Reading { get; private init; } = ReadingRequest.None;

    public AnswerFormat Format { get; private init; } = AnswerFormat.PlainText;

    /// <param name="root">The object that holds them: the body, or <c>parameters</c> of the native protocol.</param>
    /// <param name="model">The model asked for, which refusals name.</param>
    /// <param name="protocol">Whose words and ranges hold where the two differ.</param>
    public static Outcome<ChatParameters> Parse(JsonElement root, string model, WireProtocol protocol)
    {
        if ((Sampling(root, protocol) ?? Unsupported(root, model)) is { } refused)
        {
            return refused;
        }

        if (ReadingRequestParser.Parse(root).Failed(out var readingError, out var reading))
        {
            return readingError;
        }

        if (AnswerFormatParser.Parse(root).Failed(out var formatError, out var format))
        {
            return formatError;
        }

        if (MaxTokensOf(root) is not { } maxTokens)
        {
            return ApiErrors.Range("max_tokens", 1, ChatRequest.MaxOutputTokens);
        }

        return Stops(root) is { } stops
            ? new ChatParameters { MaxTokens = maxTokens, Stop = stops, Reading = reading, Format = format }
            : ApiErrors.StopInvalid;
    }

    // The embedded reader does not sample; a value out of range is refused all the same, as the original does.
    private static ApiError? Sampling(JsonElement root, WireProtocol protocol)
    {
        ReadOnlySpan<(string Name, Func<double, bool> InRange, ApiError Refusal)> numbers =
        [
            ("temperature", value => value is >= 0 and < 2, ApiErrors.TemperatureRange),
            ("top_p", value => value is > 0 and <= 1, ApiErrors.TopPRange),
            ("presence_penalty", value => value is >= -2 and <= 2, ApiErrors.PresencePenaltyRange),
            ("repetition_penalty", value => value > 0 && double.IsFinite(value), ApiErrors.RepetitionPenaltyRange),
        ];
        foreach (var (name, inRange, refusal) in numbers)
        {
            if (JsonBody.Get(root, name) is not { } element)
            {
                continue;
            }

            if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var value))
            {
                return ApiErrors.MustBe(name, "Float");
            }

            if (!inRange(value))
            {
                return refusal;
            }
        }

        if (JsonBody.Get(root, "top_k") is { } topK && !(Integer(topK) >= 0))
        {
            return ApiErrors.TopKRange;
        }

        return JsonBody.Get(root, "seed") is { } seed ? Seed(seed, protocol) : null;
    }

    private static ApiError? Seed(JsonElement seed, WireProtocol protocol) => (Integer(seed), protocol) switch
    {
        (null, _) => ApiErrors.MustBe("seed", "Integer"),
        ( < 0, WireProtocol.Native) => ApiErrors.Range("seed", 0, long.MaxValue),
        (_, WireProtocol.Native) => null,
        ( < 0 and var low, _) => ApiErrors.SeedTooLow(low),
        ( > int.MaxValue and var high, _) => ApiErrors.SeedTooHigh(high),
        _ => null,
    };

    private static ApiError? Unsupported(JsonElement root, string model)
    {
        if (JsonBody.Get(root, "n") is { } n && Integer(n) != 1)
        {
            return ApiErrors.Range("n", 1, 1);
        }

        if (IsOn(root, "logprobs") || JsonBody.Get(root, "top_logprobs") is { } top && Integer(top) != 0)
        {
            return ApiErrors.LogprobsNotSupported;
        }

        if (JsonBody.Get(root, "tool_choice") is { } choice && JsonBody.Text(choice) is not ("none" or "auto"))
        {
            return ApiErrors.ToolChoiceInvalid;
        }

        if (IsOn(root, "tools") || IsOn(root, "functions"))
        {
            return ApiErrors.ToolsNotSupported;
        }

        if (IsOn(root, "enable_search"))
        {
            return ApiErrors.SearchNotSupported;
        }

        if (IsOn(root, "enable_thinking"))
        {
            return ApiErrors.ThinkingNotSupported(model);
        }

        return null;
    }

    private static int? MaxTokensOf(JsonElement root)
    {
        if ((JsonBody.Get(root, "max_tokens") ?? JsonBody.Get(root, "max_completion_tokens")) is not { } element)
        {
            return ChatRequest.MaxOutputTokens;
        }

        return Integer(element) is >= 1 and <= ChatRequest.MaxOutputTokens and var tokens ? (int)tokens : null;
    }

    // Token ids (contract 2.2) are taken and never met: the embedded reader writes text, not tokens.
    private static List<string>? Stops(JsonElement root)
    {
        if (JsonBody.Get(root, "stop") is not { } stop)
        {
            return [];
        }

        if (JsonBody.Text(stop) is { } one)
        {
            return one.Length is > 0 and <= MaxStopLength ? [one] : null;
        }

        if (stop.ValueKind != JsonValueKind.Array || stop.GetArrayLength() > MaxStops)
        {
            return null;
        }

        var items = stop.EnumerateArray().ToList();
        if (items.All(item => Integer(item) is not null) || items.All(IsIdList))
        {
            return [];
        }

        var texts = items.Select(JsonBody.Text).OfType<string>().Where(text => text.Length is > 0 and <= MaxStopLength).ToList();
        return texts.Count == items.Count ? texts : null;
    }

    private static bool IsIdList(JsonElement item) =>
        item.ValueKind == JsonValueKind.Array && item.EnumerateArray().All(id => Integer(id) is not null);

    private static long? Integer(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) ? value : null;

    // false, null and empty values pass (contract, tools).
    private static bool IsOn(JsonElement root, string name) => JsonBody.Get(root, name) is { } value && value.ValueKind switch
    {
        JsonValueKind.False => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.String => JsonBody.Text(value) != "",
        _ => true,
    };
}
