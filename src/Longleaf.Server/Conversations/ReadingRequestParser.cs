using System.Text.Json;
using Longleaf.Reading;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>Reads <c>reading</c> (contract, extensions). A key that is not known is refused: a slip of the pen would else be silent.</summary>
internal static class ReadingRequestParser
{
    private const string Key = "reading";

    public static Outcome<ReadingRequest> Parse(JsonElement parameters)
    {
        if (JsonBody.Get(parameters, Key) is not { } reading)
        {
            return ReadingRequest.None;
        }

        if (reading.ValueKind != JsonValueKind.Object)
        {
            return ApiErrors.MustBe(Key, "an object");
        }

        var request = ReadingRequest.None;
        foreach (var property in reading.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (With(request, property.Name, property.Value).Failed(out var error, out request))
            {
                return error;
            }
        }

        return request;
    }

    private static Outcome<ReadingRequest> With(ReadingRequest request, string name, JsonElement value) => name switch
    {
        "mode" => ReadingModeNames.Parse(JsonBody.Text(value)) is { } mode
            ? request with { Mode = mode }
            : ApiErrors.MustBe($"{Key}.mode", "one of 'auto', 'full', 'retrieve', 'read_all'"),
        "max_read_tokens" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var tokens) && tokens is >= 1 and <= ReadingRequest.MostReadTokens
            ? request with { MaxReadTokens = tokens }
            : ApiErrors.Range($"{Key}.max_read_tokens", 1, ReadingRequest.MostReadTokens),
        "citations" => Flag(name, value, on => request with { Citations = on }),
        "coverage" => Flag(name, value, on => request with { Coverage = on }),
        "usage" => Flag(name, value, on => request with { Usage = on }),
        "wait_for_files" => Flag(name, value, on => request with { WaitForFiles = on }),
        "plan_only" => Flag(name, value, on => request with { PlanOnly = on }),
        "fallback" => Flag(name, value, on => request with { Fallback = on }),
        _ => ApiErrors.ReadingKeyUnknown(name),
    };

    private static Outcome<ReadingRequest> Flag(string name, JsonElement value, Func<bool, ReadingRequest> with) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? with(value.ValueKind == JsonValueKind.True)
            : ApiErrors.MustBe($"{Key}.{name}", "Boolean");
}
