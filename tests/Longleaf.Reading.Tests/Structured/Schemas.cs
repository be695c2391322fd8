using System.Text.Json;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

/// <summary>Parses schemas and values written as JSON.</summary>
internal static class Schemas
{
    public static JsonSchema Parse(string schema, bool strict = false)
    {
        using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = 1000 });
        Assert.True(JsonSchemaParser.TryParse(document.RootElement, strict, out var parsed, out var refusal), refusal?.Sentence);
        return parsed;
    }

    public static SchemaRefusal Refuse(string schema, bool strict = false)
    {
        using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = 1000 });
        Assert.False(JsonSchemaParser.TryParse(document.RootElement, strict, out var parsed, out var refusal));
        Assert.Null(parsed);
        return refusal;
    }

    public static IReadOnlyList<SchemaViolation> Violations(string schema, string value)
    {
        using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = 1000 });
        return JsonSchemaValidator.Validate(document.RootElement, Parse(schema));
    }
}
