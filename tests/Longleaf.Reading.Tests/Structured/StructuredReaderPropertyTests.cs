using System.Text.Json;
using CsCheck;
using Longleaf.Reading.Structured;
using Longleaf.Reading.Tests.Extractive;

namespace Longleaf.Reading.Tests.Structured;

public class StructuredReaderPropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf("name", "total", "date", "invoice_number", "quantity", "status", "items", "buyer", "买方", "金额", "email", "title", "weight", "parts", "paid", "currency");

    private static readonly Gen<string> Leaf = Gen.OneOf(
        """{"type":"string"}""", """{"type":["string","null"]}""", """{"type":"integer"}""", """{"type":["number","null"]}""", """{"type":"boolean"}""", """{"type":"string","format":"date"}""",
        """{"type":["string","null"],"format":"email"}""", """{"enum":["paid","open",null]}""", """{"type":"string","maxLength":4}""", """{"type":["integer","null"],"minimum":100}""", """{"const":1}""", """{"anyOf":[{"type":"integer"},{"type":"string","pattern":"^[A-Z]"}]}""",
        "{}", "true", """{"type":["string","array"],"items":{"type":"string"},"uniqueItems":true}""", """{"type":"object"}""", """{"type":"array"}""");

    private static readonly Gen<string> Node = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (1, Gen.Select(inner, Gen.Int[0, 2]).Select(pair => $$"""{"type":["array","null"],"items":{{pair.Item1}},"minItems":{{pair.Item2}},"maxItems":3}""")),
            (3, Gen.Select(Gen.Select(Name, inner).Array[1, 5], Gen.Bool, Gen.Bool).Select(Object))));

    private static readonly ReadableDocument[] Documents = [Forms.Invoice, Forms.Contract, Forms.Orders, Forms.Staff, Forms.Phones, Forms.Resume, Forms.Agreement, Forms.Outline, Manuals.Seven, Manuals.Nine];

    [Fact]
    public void Whatever_the_schema_the_answer_matches_it_and_is_the_same_again() =>
        Gen.Select(Node, Gen.Int[0, Documents.Length - 1], Gen.Int[0, Documents.Length - 1], Gen.OneOf("as JSON", "the total of each document", "order 1042", "提取每份文件的金额")).Sample(
            (schema, one, other, question) =>
            {
                ReadableDocument[] documents = one == other ? [Documents[one]] : [Documents[one], Documents[other]];
                var answer = Filling.AskAsync(question, schema, documents).GetAwaiter().GetResult();
                var again = Filling.AskAsync(question, schema, documents).GetAwaiter().GetResult();
                Assert.Equal(Told(answer), Told(again));
            },
            iter: 400);

    [Fact]
    public void Any_question_gives_one_JSON_object() =>
        Gen.OneOf(
            Gen.Char["{}[]\":,. abc中文JSONkeys和、"].Array[0, 60].Select(characters => new string(characters)),
            Gen.Select(Gen.OneOf("Return JSON with keys ", "以JSON格式返回", "字段：", "Extract "), Gen.Char["ab,、 和\"'`.:{}"].Array[0, 40].Select(characters => new string(characters)), (lead, rest) => lead + rest))
            .Sample(
                question =>
                {
                    var found = Assert.IsType<StructuredAnswer.Found>(Filling.AskAsync(question, null, Forms.Staff).GetAwaiter().GetResult());
                    using var json = JsonDocument.Parse(found.Json);
                    Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
                },
                iter: 400);

    private static string Told(StructuredAnswer answer) => answer switch
    {
        StructuredAnswer.Found found => found.Json + string.Join('|', found.Citations),
        StructuredAnswer.Missing missing => missing.Sentence,
        _ => "",
    };

    private static string Object((string Name, string Schema)[] members, bool required, bool closed)
    {
        var properties = members.DistinctBy(member => member.Name).ToArray();
        return $$"""{"type":"object","properties":{{{string.Join(',', properties.Select(member => $"\"{member.Name}\":{member.Schema}"))}}},"required":[{{(required ? string.Join(',', properties.Select(member => $"\"{member.Name}\"")) : "")}}],"additionalProperties":{{(closed ? "false" : "true")}}}""";
    }
}
