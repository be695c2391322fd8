using System.Diagnostics;
using System.Text.Json;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

/// <summary>The keywords of the subset, with the cases of the JSON-Schema-Test-Suite (draft 2020-12) that concern them, written down by hand.</summary>
public class JsonSchemaValidatorTests
{
    [Theory]
    // type
    [InlineData("""{"type":"integer"}""", "1", true)]
    [InlineData("""{"type":"integer"}""", "1.0", true)]
    [InlineData("""{"type":"integer"}""", "1e3", true)]
    [InlineData("""{"type":"integer"}""", "1.1", false)]
    [InlineData("""{"type":"integer"}""", "\"1\"", false)]
    [InlineData("""{"type":"integer"}""", "true", false)]
    [InlineData("""{"type":"number"}""", "1", true)]
    [InlineData("""{"type":"number"}""", "1.1", true)]
    [InlineData("""{"type":"number"}""", "null", false)]
    [InlineData("""{"type":"string"}""", "\"\"", true)]
    [InlineData("""{"type":"object"}""", "[]", false)]
    [InlineData("""{"type":"array"}""", "{}", false)]
    [InlineData("""{"type":"boolean"}""", "0", false)]
    [InlineData("""{"type":"null"}""", "null", true)]
    [InlineData("""{"type":"null"}""", "false", false)]
    [InlineData("""{"type":["integer","string"]}""", "1.5", false)]
    [InlineData("""{"type":["integer","string"]}""", "\"x\"", true)]
    // enum and const
    [InlineData("""{"enum":[6,"foo",[],true,{"foo":12}]}""", "{\"foo\":12.0}", true)]
    [InlineData("""{"enum":[6,"foo",[],true,{"foo":12}]}""", "{\"foo\":false}", false)]
    [InlineData("""{"enum":[6,"foo",[],true,{"foo":12}]}""", "{\"foo\":12,\"boo\":42}", false)]
    [InlineData("""{"enum":[false]}""", "0", false)]
    [InlineData("""{"enum":[[false]]}""", "[0]", false)]
    [InlineData("""{"enum":[0]}""", "0.0", true)]
    [InlineData("""{"enum":["hello\u0000there"]}""", "\"hellothere\"", false)]
    [InlineData("""{"const":{"foo":"bar","baz":"bax"}}""", "{\"baz\":\"bax\",\"foo\":\"bar\"}", true)]
    [InlineData("""{"const":-2.0}""", "-2", true)]
    [InlineData("""{"const":9007199254740992}""", "9007199254740992.0", true)]
    [InlineData("""{"const":9007199254740992}""", "9007199254740993", false)]
    [InlineData("""{"const":null}""", "0", false)]
    [InlineData("""{"const":1e400}""", "1e401", false)]
    [InlineData("""{"const":1e400}""", "10e399", true)]
    // numbers
    [InlineData("""{"minimum":1.1}""", "1.1", true)]
    [InlineData("""{"minimum":1.1}""", "0.6", false)]
    [InlineData("""{"minimum":1.1}""", "\"x\"", true)]
    [InlineData("""{"minimum":-2}""", "-2.0001", false)]
    [InlineData("""{"maximum":300}""", "300.00", true)]
    [InlineData("""{"maximum":300}""", "300.5", false)]
    [InlineData("""{"maximum":18446744073709551615}""", "18446744073709551600", true)]
    [InlineData("""{"exclusiveMaximum":972783798187987123879878123.18878137}""", "972783798187987123879878123.188781371", false)]
    [InlineData("""{"exclusiveMinimum":1.1}""", "1.1", false)]
    [InlineData("""{"exclusiveMinimum":1.1}""", "1.2", true)]
    [InlineData("""{"exclusiveMaximum":3}""", "2.99999999999999999999999", true)]
    [InlineData("""{"multipleOf":2}""", "10", true)]
    [InlineData("""{"multipleOf":2}""", "7", false)]
    [InlineData("""{"multipleOf":1.5}""", "0", true)]
    [InlineData("""{"multipleOf":1.5}""", "4.5", true)]
    [InlineData("""{"multipleOf":1.5}""", "35", false)]
    [InlineData("""{"multipleOf":0.0001}""", "0.0075", true)]
    [InlineData("""{"multipleOf":0.0001}""", "0.00751", false)]
    [InlineData("""{"multipleOf":0.01}""", "19.99", true)]
    [InlineData("""{"multipleOf":0.123456789}""", "1e308", false)]
    [InlineData("""{"multipleOf":0.5}""", "1e308", true)]
    [InlineData("""{"multipleOf":1e-8}""", "12391239123", true)]
    [InlineData("""{"multipleOf":3}""", "-9", true)]
    // strings
    [InlineData("""{"minLength":2}""", "\"f\"", false)]
    [InlineData("""{"minLength":2}""", "\"\ud83d\udca9\"", false)]
    [InlineData("""{"maxLength":2}""", "\"\ud83d\udca9\ud83d\udca9\"", true)]
    [InlineData("""{"maxLength":2.0}""", "\"foo\"", false)]
    [InlineData("""{"pattern":"^a*$"}""", "\"aaa\"", true)]
    [InlineData("""{"pattern":"^a*$"}""", "\"abc\"", false)]
    [InlineData("""{"pattern":"^a*$"}""", "\"aaa\\n\"", false)]
    [InlineData("""{"pattern":"a+"}""", "\"xxaayy\"", true)]
    [InlineData("""{"pattern":"^\\d+$"}""", "\"\u0663\"", false)]
    [InlineData("""{"pattern":"^\\w+$"}""", "\"\u00e9\"", false)]
    [InlineData("""{"pattern":"^\\S+$"}""", "\"\ufeff\"", false)]
    [InlineData("""{"pattern":"^[^\\d]{2}$"}""", "\"ab\"", true)]
    [InlineData("""{"pattern":"^(?<year>[0-9]{4})-\\k<year>$"}""", "\"2020-2020\"", true)]
    [InlineData("""{"pattern":"^(?!no)"}""", "\"no\"", false)]
    [InlineData("""{"pattern":"^\\p{Letter}+$"}""", "\"\u00e9t\u00e9\"", true)]
    [InlineData("""{"pattern":"^\\p{Script=Han}{2}$"}""", "\"\u4e2d\u6587\"", true)]
    [InlineData("""{"pattern":"^\\u{1F600}$"}""", "\"\ud83d\ude00\"", true)]
    [InlineData("""{"pattern":"^.$"}""", "\"\\u2028\"", false)]
    [InlineData("""{"pattern":"[]"}""", "\"a\"", false)]
    [InlineData("""{"pattern":"[^]"}""", "\"\\n\"", true)]
    [InlineData("""{"pattern":"^a{,2}$"}""", "\"a{,2}\"", true)]
    [InlineData("""{"pattern":"^[a[]$"}""", "\"[\"", true)]
    // arrays
    [InlineData("""{"items":{"type":"integer"}}""", "[1,\"x\"]", false)]
    [InlineData("""{"items":{"type":"integer"}}""", "{\"foo\":\"bar\"}", true)]
    [InlineData("""{"items":false}""", "[1]", false)]
    [InlineData("""{"items":false}""", "[]", true)]
    [InlineData("""{"prefixItems":[{"type":"integer"},{"type":"string"}],"items":false}""", "[1,\"foo\"]", true)]
    [InlineData("""{"prefixItems":[{"type":"integer"},{"type":"string"}],"items":false}""", "[1,\"foo\",1]", false)]
    [InlineData("""{"prefixItems":[{"type":"integer"},{"type":"string"}]}""", "[\"foo\",1]", false)]
    [InlineData("""{"minItems":1,"maxItems":2}""", "[]", false)]
    [InlineData("""{"minItems":1,"maxItems":2}""", "[1,2,3]", false)]
    [InlineData("""{"uniqueItems":true}""", "[1.0,1.00,1]", false)]
    [InlineData("""{"uniqueItems":true}""", "[0,false]", true)]
    [InlineData("""{"uniqueItems":true}""", "[1,true]", true)]
    [InlineData("""{"uniqueItems":true}""", "[{\"foo\":{\"bar\":{\"baz\":true}}},{\"foo\":{\"bar\":{\"baz\":true}}}]", false)]
    [InlineData("""{"uniqueItems":true}""", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", false)]
    [InlineData("""{"uniqueItems":true}""", "[[\"foo\"],[\"bar\"],[\"foo\"]]", false)]
    [InlineData("""{"uniqueItems":false}""", "[1,1]", true)]
    // objects
    [InlineData("""{"properties":{"foo":{"type":"integer"}}}""", "{\"foo\":[],\"bar\":1}", false)]
    [InlineData("""{"properties":{"foo":false}}""", "{\"foo\":1}", false)]
    [InlineData("""{"properties":{"foo":{}},"required":["foo"]}""", "{\"bar\":1}", false)]
    [InlineData("""{"required":["__proto__"]}""", "{}", false)]
    [InlineData("""{"properties":{"foo":{}},"additionalProperties":false}""", "{\"foo\":1,\"quux\":\"boom\"}", false)]
    [InlineData("""{"properties":{"foo":{}},"additionalProperties":{"type":"boolean"}}""", "{\"foo\":1,\"quux\":true}", true)]
    [InlineData("""{"properties":{"foo":{}},"additionalProperties":{"type":"boolean"}}""", "{\"foo\":1,\"quux\":12}", false)]
    [InlineData("""{"minProperties":1,"maxProperties":2}""", "{}", false)]
    [InlineData("""{"minProperties":1,"maxProperties":2}""", "{\"a\":1,\"b\":2,\"c\":3}", false)]
    // anyOf, references, true and false
    [InlineData("""{"anyOf":[{"type":"integer"},{"minimum":2}]}""", "1.5", false)]
    [InlineData("""{"anyOf":[{"type":"integer"},{"minimum":2}]}""", "2.5", true)]
    [InlineData("""{"type":"string","anyOf":[{"maxLength":2},{"minLength":4}]}""", "\"foo\"", false)]
    [InlineData("""{"type":"string","anyOf":[{"maxLength":2},{"minLength":4}]}""", "3", false)]
    [InlineData("""{"anyOf":[false,false]}""", "1", false)]
    [InlineData("""{"anyOf":[true,false]}""", "1", true)]
    [InlineData("""true""", "1", true)]
    [InlineData("""false""", "1", false)]
    [InlineData("""{"properties":{"foo":{"$ref":"#"}},"additionalProperties":false}""", "{\"foo\":{\"foo\":false}}", true)]
    [InlineData("""{"properties":{"foo":{"$ref":"#"}},"additionalProperties":false}""", "{\"foo\":{\"bar\":false}}", false)]
    [InlineData("""{"$defs":{"reffed":{"type":"array"}},"properties":{"foo":{"$ref":"#/$defs/reffed","maxItems":2}}}""", "{\"foo\":[1,2,3]}", false)]
    [InlineData("""{"$defs":{"a":{"type":"integer"},"b":{"$ref":"#/$defs/a"},"c":{"$ref":"#/$defs/b"}},"$ref":"#/$defs/c"}""", "\"a\"", false)]
    [InlineData("""{"properties":{"$ref":{"type":"string"}}}""", "{\"$ref\":2}", false)]
    [InlineData("""{"$defs":{"node":{"type":"object","properties":{"value":{"type":"number"},"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["value","next"]}},"$ref":"#/$defs/node"}""", "{\"value\":1,\"next\":{\"value\":2,\"next\":null}}", true)]
    [InlineData("""{"$defs":{"node":{"type":"object","properties":{"value":{"type":"number"},"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["value","next"]}},"$ref":"#/$defs/node"}""", "{\"value\":1,\"next\":{\"value\":\"2\",\"next\":null}}", false)]
    public void A_value_matches_or_not(string schema, string value, bool valid) => Assert.Equal(valid, Schemas.Violations(schema, value).Count == 0);

    [Theory]
    [InlineData("date", "1963-06-19", true)]
    [InlineData("date", "2021-02-29", false)]
    [InlineData("date", "2020-02-29", true)]
    [InlineData("date", "06/19/1963", false)]
    [InlineData("date", "1963-06-1\u09ea", false)]
    [InlineData("date", "1998-13-01", false)]
    [InlineData("date-time", "1963-06-19T08:30:06.283185Z", true)]
    [InlineData("date-time", "1990-12-31T15:59:60-08:00", true)]
    [InlineData("date-time", "1998-12-31T23:58:60Z", false)]
    [InlineData("date-time", "1963-06-19t08:30:06.283185z", true)]
    [InlineData("date-time", "1985-04-12T23:20:50.52", false)]
    [InlineData("date-time", "1963-06-19 08:30:06Z", false)]
    [InlineData("date-time", "1990-02-31T15:59:59.123-08:00", false)]
    [InlineData("time", "08:30:06Z", true)]
    [InlineData("time", "08:30:06+00:20", true)]
    [InlineData("time", "24:00:00Z", false)]
    [InlineData("time", "08:30:06", false)]
    [InlineData("time", "23:59:60Z", true)]
    [InlineData("time", "22:59:60Z", false)]
    [InlineData("duration", "P4DT12H30M5S", true)]
    [InlineData("duration", "PT1D", false)]
    [InlineData("duration", "P", false)]
    [InlineData("duration", "P1YT", false)]
    [InlineData("duration", "PT", false)]
    [InlineData("duration", "P2W", true)]
    [InlineData("duration", "P1Y2W", false)]
    [InlineData("duration", "4DT12H30M5S", false)]
    [InlineData("email", "joe.bloggs@example.com", true)]
    [InlineData("email", "2962", false)]
    [InlineData("email", "te~st@example.com", true)]
    [InlineData("email", ".test@example.com", false)]
    [InlineData("email", "te..st@example.com", false)]
    [InlineData("email", "\"joe bloggs\"@example.com", true)]
    [InlineData("email", "joe.bloggs@[127.0.0.1]", true)]
    [InlineData("email", "joe.bloggs@[IPv6:::1]", true)]
    [InlineData("email", "joe.bloggs@invalid=domain.com", false)]
    [InlineData("hostname", "www.example.com", true)]
    [InlineData("hostname", "-a-host-name-that-starts-with--", false)]
    [InlineData("hostname", "not_a_valid_host_name", false)]
    [InlineData("hostname", "", false)]
    [InlineData("hostname", "a.", false)]
    [InlineData("ipv4", "192.168.0.1", true)]
    [InlineData("ipv4", "127.0.0.0.1", false)]
    [InlineData("ipv4", "256.256.256.256", false)]
    [InlineData("ipv4", "127.0", false)]
    [InlineData("ipv4", "087.10.0.1", false)]
    [InlineData("ipv4", "1.2.3.", false)]
    [InlineData("ipv6", "::1", true)]
    [InlineData("ipv6", "12345::", false)]
    [InlineData("ipv6", "::abef", true)]
    [InlineData("ipv6", "1:1:1:1:1:1:1:1:1", false)]
    [InlineData("ipv6", "::ffff:192.168.0.1", true)]
    [InlineData("ipv6", "1::2::3", false)]
    [InlineData("ipv6", "fe80::a%eth1", false)]
    [InlineData("ipv6", "::ffff:192.168.0.256", false)]
    [InlineData("uuid", "2EB8AA08-AA98-11EA-B4AA-73B441D16380", true)]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d1638", false)]
    [InlineData("uuid", "2eb8aa08aa9811eab4aa73b441d16380", false)]
    [InlineData("uri", "http://foo.bar/?baz=qux#quux", true)]
    [InlineData("uri", "http://foo.com/blah_(wikipedia)_blah#cite-1", true)]
    [InlineData("uri", "ldap://[2001:db8::7]/c=GB?objectClass?one", true)]
    [InlineData("uri", "mailto:John.Doe@example.com", true)]
    [InlineData("uri", "tel:+1-816-555-1212", true)]
    [InlineData("uri", "//foo.bar/?baz=qux#quux", false)]
    [InlineData("uri", "/abc", false)]
    [InlineData("uri", "\\\\\\\\WINDOWS\\\\fileshare", false)]
    [InlineData("uri", "http:// shouldfail.com", false)]
    [InlineData("uri", "bar,baz:quux", false)]
    [InlineData("uri", "http://example.com/%zz", false)]
    [InlineData("colour", "anything", true)]
    public void A_string_is_of_a_format_or_not(string format, string text, bool valid) =>
        Assert.Equal(valid, Schemas.Violations($$"""{"format":"{{format}}"}""", JsonSerializer.Serialize(text.Replace("\\\\", "\\", StringComparison.Ordinal))).Count == 0);

    [Fact]
    public void Violations_name_the_path_of_the_value()
    {
        const string Schema = """{"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{"unit price":{"type":"number","minimum":0}},"required":["unit price"]}}}}""";
        var violations = Schemas.Violations(Schema, """{"items":[{"unit price":-1},{},{"unit price":"x"}]}""");
        Assert.Equal(["$.items[0]['unit price']", "$.items[1]['unit price']", "$.items[2]['unit price']"], violations.Select(violation => violation.Path));
        Assert.All(violations, violation => Assert.Contains(violation.Path, violation.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_told_is_bounded() => Assert.Equal(20, Schemas.Violations("""{"items":{"type":"string"}}""", "[" + string.Join(',', Enumerable.Repeat("1", 1000)) + "]").Count);

    [Fact]
    public void Hostile_values_are_judged_in_bounded_time()
    {
        var clock = Stopwatch.StartNew();

        // Each alternative refers to all again: 2 to the power of the depth, if nothing were remembered.
        const string Tree = """{"$ref":"#/$defs/t","$defs":{"t":{"anyOf":[{"properties":{"a":{"$ref":"#/$defs/t"},"z":{"type":"string"}},"required":["z"]},{"properties":{"a":{"$ref":"#/$defs/t"},"z":{"type":"integer"}},"required":["z"]}]}}}""";
        Assert.NotEmpty(Schemas.Violations(Tree, string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1.5" + new string('}', 100)));

        // A backtracking engine takes for ever over both.
        Assert.NotEmpty(Schemas.Violations("""{"pattern":"^(a+)+$"}""", "\"" + new string('a', 100_000) + "b\""));
        Assert.NotEmpty(Schemas.Violations("""{"pattern":"^(?!x)(a+)+$"}""", "\"" + new string('a', 40) + "b\""));

        // Long numbers, big exponents, deep values, many equal hashes.
        Assert.NotEmpty(Schemas.Violations("""{"multipleOf":7}""", "1" + new string('0', 200_000) + "2"));
        Assert.NotEmpty(Schemas.Violations("""{"multipleOf":0.7}""", "1e999999999999999999999"));
        Assert.NotEmpty(Schemas.Violations("""{"items":{"$ref":"#"}}""", new string('[', 900) + new string(']', 900)));
        Assert.NotEmpty(Schemas.Violations("""{"uniqueItems":true}""", "[" + string.Join(',', Enumerable.Range(0, 100_000).Append(5)) + "]"));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
