using System.Text.Json;
using Longleaf.Reading.Structured;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

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
            return ApiErrors.MustBe("json_schema", "an object with 'name' and 'schema'");
        }

        if (JsonBody.Get(described, "name") is not { } nameElement || JsonBody.Text(nameElement) is not { } name || !IsName(name))
        {
            return ApiErrors.SchemaNameInvalid;
        }

        if (JsonBody.Get(described, "schema") is not { ValueKind: JsonValueKind.Object } schema)
        {
            return ApiErrors.MustBe("json_schema.schema", "an object");
        }

        if (!JsonBody.TryGetFlag(described, "strict", out var strict))
        {
            return ApiErrors.MustBe("json_schema.strict", "Boolean");
        }

        return JsonSchemaParser.TryParse(schema, strict, out var parsed, out var refusal)
            ? new AnswerFormat.Matching(name, parsed)
            : ApiErrors.SchemaRefused(refusal.Sentence);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
