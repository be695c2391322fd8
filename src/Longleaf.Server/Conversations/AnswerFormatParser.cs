using System.Text.Json;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Conversations;

/// <summary>Reads <c>response_format</c> (contract 7).</summary>
internal static class AnswerFormatParser
{
    private const int MaxNameLength = 64;

    public static Outcome<AnswerFormat> Parse(JsonElement parameters)
    {
        if (JsonBody.Get(parameters, "response_format") is not { } format)
        {
            return AnswerFormat.PlainText;
        }

        var type = format.ValueKind == JsonValueKind.Object && JsonBody.Get(format, "type") is { } element ? JsonBody.Text(element) : null;
        return type switch
        {
            "text" => AnswerFormat.PlainText,
            "json_object" => new AnswerFormat.Json(),
            "json_schema" => Schema(format),
            _ => ApiErrors.ResponseFormatUnknown(type),
        };
    }

    private static Outcome<AnswerFormat> Schema(JsonElement format)
    {
        if (JsonBody.Get(format, "json_schema") is not { ValueKind: JsonValueKind.Object } described)
        {
            return ApiErrors.Parameter("'response_format' of type 'json_schema' must have an object 'json_schema' with 'name' and 'schema'");
        }

        if (JsonBody.Get(described, "name") is not { } nameElement || JsonBody.Text(nameElement) is not { } name || !IsName(name))
        {
            return ApiErrors.Parameter($"'json_schema.name' must be 1 to {MaxNameLength} characters of a-z, A-Z, 0-9, '_' and '-'");
        }

        if (JsonBody.Get(described, "schema") is not { ValueKind: JsonValueKind.Object } schema)
        {
            return ApiErrors.Parameter("'json_schema.schema' must be an object");
        }

        return JsonBody.TryGetFlag(described, "strict", out var strict)
            ? new AnswerFormat.JsonSchema(name, schema.Clone(), strict)
            : ApiErrors.Parameter("'json_schema.strict' must be Boolean");
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
