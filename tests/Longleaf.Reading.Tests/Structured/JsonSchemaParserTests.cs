using System.Globalization;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

public class JsonSchemaParserTests
{
    [Theory]
    [InlineData("""{"allOf":[{}]}""", "$.allOf", "allOf")]
    [InlineData("""{"properties":{"a":{"oneOf":[{}]}}}""", "$.properties.a.oneOf", "anyOf")]
    [InlineData("""{"items":{"not":{}}}""", "$.items.not", "not")]
    [InlineData("""{"if":{},"then":{}}""", "$.if", "if")]
    [InlineData("""{"properties":{"a":{"dependentRequired":{}}}}""", "$.properties.a.dependentRequired", "dependentRequired")]
    [InlineData("""{"patternProperties":{"a":{}}}""", "$.patternProperties", "patternProperties")]
    [InlineData("""{"unevaluatedProperties":false}""", "$.unevaluatedProperties", "unevaluatedProperties")]
    [InlineData("""{"$dynamicRef":"#a"}""", "$.$dynamicRef", "$dynamicRef")]
    [InlineData("""{"contains":{}}""", "$.contains", "contains")]
    [InlineData("""{"propertyNames":{}}""", "$.propertyNames", "propertyNames")]
    [InlineData("""{"properties":{"a":{"nullable":true}}}""", "$.properties.a.nullable", "null")]
    [InlineData("""{"properties":{"a":{"$id":"x"}}}""", "$.properties.a.$id", "top")]
    public void Keywords_outside_the_subset_are_refused_by_their_path(string schema, string path, string reason)
    {
        var refusal = Schemas.Refuse(schema);
        Assert.Equal(path, refusal.Path);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"text"}""", "$.type")]
    [InlineData("""{"type":[]}""", "$.type")]
    [InlineData("""{"type":7}""", "$.type")]
    [InlineData("""{"enum":[]}""", "$.enum")]
    [InlineData("""{"enum":"a"}""", "$.enum")]
    [InlineData("""{"anyOf":[]}""", "$.anyOf")]
    [InlineData("""{"anyOf":[{},7]}""", "$.anyOf[1]")]
    [InlineData("""{"properties":[]}""", "$.properties")]
    [InlineData("""{"properties":{"unit price":{"pattern":7}}}""", "$.properties['unit price'].pattern")]
    [InlineData("""{"required":["a","a"]}""", "$.required")]
    [InlineData("""{"required":[1]}""", "$.required")]
    [InlineData("""{"multipleOf":0}""", "$.multipleOf")]
    [InlineData("""{"multipleOf":-1}""", "$.multipleOf")]
    [InlineData("""{"minLength":-1}""", "$.minLength")]
    [InlineData("""{"minItems":1.5}""", "$.minItems")]
    [InlineData("""{"minimum":"1"}""", "$.minimum")]
    [InlineData("""{"uniqueItems":1}""", "$.uniqueItems")]
    [InlineData("""{"$defs":{"a":1}}""", "$.$defs.a")]
    [InlineData("""[]""", "$")]
    public void Keywords_of_the_wrong_form_are_refused_by_their_path(string schema, string path) => Assert.Equal(path, Schemas.Refuse(schema).Path);

    [Theory]
    [InlineData("""{"$ref":"#"}""", "$.$ref")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""", "$.$ref")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/a"}]}}}""", "$.$ref")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/nothing"}}}""", "$.properties.a.$ref")]
    [InlineData("""{"$ref":"https://example.org/schema.json"}""", "$.$ref")]
    [InlineData("""{"$ref":"#anchor"}""", "$.$ref")]
    public void References_that_lead_nowhere_or_in_a_circle_are_refused(string schema, string path) => Assert.Equal(path, Schemas.Refuse(schema).Path);

    [Fact]
    public void References_may_go_round_through_values()
    {
        Schemas.Parse("""{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#"}}}}""");
        Schemas.Parse("""{"$ref":"#/$defs/a","$defs":{"a":{"properties":{"next":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/a"}]}},"$defs":{"b":{"type":"string"}}}}}""");
        Schemas.Parse("""{"properties":{"a":{"$ref":"#/$defs/a/$defs/b"},"c":{"$ref":"#/$defs/x~1y%20z"}},"$defs":{"a":{"$defs":{"b":{}}},"x/y z":{}}}""");
    }

    [Theory]
    [InlineData("(a{900}){900}")]
    [InlineData("((((a{50}){50}){50}){50})")]
    [InlineData("[a-")]
    [InlineData("a**")]
    [InlineData("(?>a)")]
    [InlineData("a\\\\")]
    [InlineData("\\\\p{Nonsense}")]
    [InlineData(@"[\\")]
    [InlineData(@"[a-z\\u{ffffffff}]")]
    public void Patterns_that_are_none_or_grow_too_large_are_refused(string pattern) =>
        Assert.Equal("$.properties.total.pattern", Schemas.Refuse("{\"properties\":{\"total\":{\"type\":\"string\",\"pattern\":\"" + pattern + "\"}}}").Path);

    [Fact]
    public void Sizes_are_bounded()
    {
        Assert.Equal("$.pattern", Schemas.Refuse($$"""{"pattern":"{{new string('a', 1001)}}"}""").Path);
        Assert.Contains("5000 properties", Schemas.Refuse(Properties(5001)).Reason, StringComparison.Ordinal);
        Schemas.Parse(Properties(5000));
        Assert.Contains("1000 enum values", Schemas.Refuse(Values(1001, 1)).Reason, StringComparison.Ordinal);
        Schemas.Parse(Values(1000, 1));
        Assert.Contains("120000 characters", Schemas.Refuse(Values(10, 12_001)).Reason, StringComparison.Ordinal);
        Schemas.Parse(Values(10, 11_990));
        Assert.Contains("32 levels", Schemas.Refuse(Nested(33)).Reason, StringComparison.Ordinal);
        Schemas.Parse(Nested(31));
        Assert.NotEmpty(Schemas.Refuse(Nested(900)).Reason);

        // What is refused is refused before it is built.
        Assert.Contains("1000000 characters", Schemas.Refuse($$"""{"description":"{{new string('x', 1_000_001)}}"}""").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", "$.additionalProperties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":true}""", "$.additionalProperties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}""", "$.required")]
    [InlineData("""{"type":"object","properties":{"a":{}},"required":["a","b"],"additionalProperties":false}""", "$.required")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","properties":{"b":{}},"required":[],"additionalProperties":false}},"required":["a"],"additionalProperties":false}""", "$.properties.a.required")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","format":"colour"}},"required":["a"],"additionalProperties":false}""", "$.properties.a.format")]
    public void Strict_schemas_keep_to_the_rules_of_OpenAI(string schema, string path)
    {
        Assert.Equal(path, Schemas.Refuse(schema, strict: true).Path);
        Schemas.Parse(schema);
    }

    [Fact]
    public void A_schema_as_OpenAI_documents_it_is_taken_in_strict_mode() => Schemas.Parse(
        """
        {"type":"object","properties":{"steps":{"type":"array","items":{"$ref":"#/$defs/step"}},"final_answer":{"type":["string","null"],"description":"…"}},
        "$defs":{"step":{"type":"object","properties":{"explanation":{"type":"string"},"kind":{"type":"string","enum":["a","b"]},"next":{"anyOf":[{"$ref":"#/$defs/step"},{"type":"null"}]}},
        "required":["explanation","kind","next"],"additionalProperties":false}},"required":["steps","final_answer"],"additionalProperties":false}
        """,
        strict: true);

    [Fact]
    public void Annotations_are_read_over() => Schemas.Parse(
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.org/s","$comment":"c","title":"t","description":"d","default":1,"examples":[1],"deprecated":true,"x-order":1,"definitions":{"a":true}}""");

    [Fact]
    public void Halves_of_surrogate_pairs_are_refused() => Assert.Contains("surrogate", Schemas.Refuse("""{"const":"\ud800"}""").Reason, StringComparison.Ordinal);

    private static string Properties(int count) =>
        "{\"properties\":{" + string.Join(',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"p{i}\":{{}}"))) + "}}";

    private static string Values(int count, int length) =>
        "{\"enum\":[" + string.Join(',', Enumerable.Range(0, count).Select(i => "\"" + i.ToString(CultureInfo.InvariantCulture).PadLeft(length, 'v') + "\"")) + "]}";

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"items\":", levels)) + "{}" + new string('}', levels);
}
