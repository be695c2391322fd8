using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>Reads JSON Schemas: what OpenAI's strict mode takes of draft 2020-12, and a little more.</summary>
/// <remarks>
/// Taken: type, enum, const, properties, required, additionalProperties, items, prefixItems, anyOf, $ref and $defs within the schema, pattern, format,
/// and the bounds of numbers, strings, arrays and objects. Annotations are read over. Every other keyword is refused, for what it demands would not be kept.
/// </remarks>
public static class JsonSchemaParser
{
    private const int MaxCharacters = 1_000_000;

    /// <summary>Parses a schema.</summary>
    /// <param name="schema">The schema; may be disposed of afterwards.</param>
    /// <param name="strict">Whether OpenAI's rules for strict schemas hold: every property required, no others allowed, known formats only.</param>
    /// <param name="parsed">The schema.</param>
    /// <param name="refusal">Why there is none.</param>
    public static bool TryParse(JsonElement schema, bool strict, [NotNullWhen(true)] out JsonSchema? parsed, [NotNullWhen(false)] out SchemaRefusal? refusal)
    {
        parsed = null;
        if (schema.GetRawText().Length > MaxCharacters)
        {
            refusal = new SchemaRefusal(JsonPath.Root, $"the schema may have at most {MaxCharacters} characters.");
            return false;
        }

        if (JsonValue.From(schema) is not { } value)
        {
            refusal = new SchemaRefusal(JsonPath.Root, $"the schema nests deeper than {JsonValue.MaxDepth} levels, or holds half a surrogate pair.");
            return false;
        }

        var builder = new SchemaBuilder(strict);
        var root = builder.Build(value);
        refusal = builder.Refusal;
        parsed = refusal is null ? new JsonSchema(root) : null;
        return refusal is null;
    }
}
