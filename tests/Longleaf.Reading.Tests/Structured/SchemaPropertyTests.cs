using System.Globalization;
using System.Text.Json;
using CsCheck;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

/// <summary>Random schemas and values, judged by NJsonSchema too, as far as it is right.</summary>
/// <remarks>
/// Left out, since NJsonSchema errs or differs there: numbers beyond a double or of the form 1.0 (no integer to it), multipleOf of decimals, equality of enum
/// values that are no strings, uniqueItems of objects, formats, boolean schemas, and keywords beside $ref; required without a type, and bounds of 0 (to it none).
/// </remarks>
public class SchemaPropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c", "d");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false"),
        Gen.Int[-6, 12].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[-6, 12].Select(number => (number + 0.5).ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf("\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"b1\"", "\"中文\""));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, inner.Array[0, 3].Select(items => "[" + string.Join(',', items) + "]")),
            (3, Gen.Select(Name, inner).Array[0, 4].Select(Object))));

    private static readonly Gen<string> Type = Gen.OneOf("null", "boolean", "integer", "number", "string", "array", "object").Array[1, 3].Select(types => $"\"type\":[{Quoted(types)}]");

    private static readonly Gen<string> Keyword = Gen.OneOf(
        Type,
        Gen.Select(Gen.OneOf("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), Gen.Int[1, 5]).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"),
        Gen.Select(Gen.OneOf("minLength", "maxLength", "minItems", "maxItems"), Gen.Int[1, 3]).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"),
        Gen.OneOf("\"pattern\":\"^a\"", "\"pattern\":\"[0-9]\"", "\"pattern\":\"b$\""));

    private static readonly Gen<string> Schema = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Keyword.Array[0, 2].Select(Object)
        : Gen.Frequency(
            (2, Keyword.Array[0, 3].Select(Object)),
            (3, Gen.Select(Gen.Select(Name, inner).Array[1, 3], Name.Array[0, 2], Gen.OneOf("", "\"additionalProperties\":false", "\"minProperties\":1", "\"maxProperties\":2"))
                .Select((properties, required, more) => Object(["\"type\":\"object\"", $"\"properties\":{Object(properties)}", $"\"required\":[{Quoted(required)}]", .. more.Length > 0 ? [more] : (string[])[]]))),
            (2, inner.Select(items => Object(["\"type\":\"array\"", $"\"items\":{items}"]))),
            (2, inner.Array[1, 3].Select(any => Object([$"\"anyOf\":[{string.Join(',', any)}]"])))));

    [Fact]
    public void NJsonSchema_is_of_the_same_opinion()
    {
        var (valid, all) = (0, 0);
        Gen.Select(Schema, Value.Array[12]).Sample(
            (schema, values) =>
            {
                var peer = NJsonSchema.JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
                foreach (var value in values)
                {
                    var ours = Schemas.Violations(schema, value).Count == 0;
                    var theirs = peer.Validate(value).Count == 0;
                    Assert.True(ours == theirs, $"{schema} {value}: {ours} here, {theirs} by NJsonSchema");
                    Interlocked.Add(ref valid, ours ? 1 : 0);
                    Interlocked.Increment(ref all);
                }
            },
            iter: 3_000);

        // Schemas that everything or nothing matches would prove little.
        Assert.InRange((double)valid / all, 0.1, 0.9);
    }

    [Fact]
    public void Multiples_are_exact() =>
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 9], Gen.Long[1, 100_000], Gen.Int[0, 9]).Sample((digits, scale, divisor, divisorScale) =>
        {
            var (value, by) = (digits / Power(scale), divisor / Power(divisorScale));
            var expected = value % by == 0;
            return Schemas.Violations(string.Create(CultureInfo.InvariantCulture, $"{{\"multipleOf\":{by}}}"), value.ToString(CultureInfo.InvariantCulture)).Count == 0 == expected;
        });

    [Fact]
    public void What_is_written_reads_as_it_was() =>
        Value.Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            var value = JsonValue.From(document.RootElement)!;
            using var again = JsonDocument.Parse(value.ToString());
            return value.Equals(JsonValue.From(again.RootElement)) && !value.ToString().Contains("\\u", StringComparison.Ordinal);
        });

    [Fact]
    public void Any_text_is_refused_or_parsed_as_a_pattern_without_throwing() =>
        Gen.Char["\\^$.|?*+()[]{}-,:=!<>aAdDwWsSbBpPuxk01 "].Array[0, 24].Select(characters => new string(characters)).Sample(pattern =>
        {
            using var schema = JsonDocument.Parse($"{{\"pattern\":{JsonSerializer.Serialize(pattern)}}}");
            _ = JsonSchemaParser.TryParse(schema.RootElement, strict: false, out _, out _);
        });

    private static decimal Power(int exponent) => (decimal)Math.Pow(10, exponent);

    private static string Quoted(string[] names) => string.Join(',', names.Distinct().Select(name => $"\"{name}\""));

    private static string Object((string Name, string Value)[] members) => Object([.. members.DistinctBy(member => member.Name).Select(member => $"\"{member.Name}\":{member.Value}")]);

    // The first of keywords that came twice.
    private static string Object(string[] members) => "{" + string.Join(',', members.DistinctBy(member => member[..member.IndexOf(':', StringComparison.Ordinal)])) + "}";
}
