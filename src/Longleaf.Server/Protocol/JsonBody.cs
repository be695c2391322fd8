using System.Text.Json;
using System.Text.Unicode;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Protocol;

/// <summary>Reads a request's JSON body within its limit.</summary>
internal static class JsonBody
{
    /// <summary>The most bytes of a body (contract, request body).</summary>
    public const int MaxBytes = 16 << 20;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body, and from it what a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parse">From the value to the request; keeps nothing of the value but clones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, Func<JsonElement, Outcome<T>> parse, CancellationToken cancellationToken)
        where T : class
    {
        if ((await ReadAsync(request, cancellationToken)).Failed(out var error, out var json))
        {
            return error;
        }

        using (json)
        {
            return parse(json.RootElement);
        }
    }

    private static async Task<Outcome<JsonDocument>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return ApiErrors.BodyTooLarge;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        try
        {
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > MaxBytes)
                {
                    return ApiErrors.BodyTooLarge;
                }

                body.Write(buffer, 0, read);
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // Chunks that are not what they say.
            return ApiErrors.BodyInvalid;
        }

        var utf8 = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (utf8.Span.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        // The parser takes such bytes, and whoever looks at a name or text with them fails.
        if (!Utf8.IsValid(utf8.Span))
        {
            return ApiErrors.NotJson;
        }

        try
        {
            CheckNames(utf8.Span);

            // Copies what it keeps: the document outlives the stream above.
            return JsonDocument.Parse(utf8.ToArray());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ApiErrors.NotJson;
        }
    }

    // A name that is not Unicode (a lone surrogate) would fail whoever looks for another name in its object.
    private static void CheckNames(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    /// <summary>The text of a JSON string; <see langword="null"/> if it is none, or not Unicode (a lone surrogate).</summary>
    public static string? Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // How System.Text.Json says that the string cannot be UTF-16.
            return null;
        }
    }

    /// <summary>A property that is there and not null.</summary>
    public static JsonElement? Get(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>A Boolean that may be missing or null, which is false; whether it is one of these.</summary>
    public static bool TryGetFlag(JsonElement element, string name, out bool value)
    {
        var flag = Get(element, name);
        value = flag?.ValueKind == JsonValueKind.True;
        return flag is null or { ValueKind: JsonValueKind.True or JsonValueKind.False };
    }
}
