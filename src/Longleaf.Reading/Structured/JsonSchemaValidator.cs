using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>Checks values against schemas.</summary>
public static class JsonSchemaValidator
{
    /// <summary>What is wrong with a value: empty if it matches the schema.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">The schema.</param>
    /// <returns>The first violations, at most 20, in the order of the value.</returns>
    public static IReadOnlyList<SchemaViolation> Validate(JsonElement value, JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return JsonValue.From(value) is { } read
            ? Validate(read, schema.Root, JsonPath.Root)
            : [new SchemaViolation(JsonPath.Root, $"The value nests deeper than {JsonValue.MaxDepth} levels, or holds half a surrogate pair.")];
    }

    /// <summary>What is wrong with a value that stands at a path.</summary>
    internal static IReadOnlyList<SchemaViolation> Validate(JsonValue value, SchemaNode schema, string path) => new SchemaValidation().Run(value, schema, path);
}
