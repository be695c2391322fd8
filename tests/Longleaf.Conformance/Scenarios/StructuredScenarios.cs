using System.Text.Json;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 7: answers in JSON.</summary>
internal static class StructuredScenarios
{
    private const string InvoiceName = "invoice.md";

    private const string Invoice = """
        # Invoice

        Invoice number: INV-2041
        Date: 3 March 2024
        Total: 1,250.50 EUR
        """;

    private static readonly (string Name, string Format, string Message)[] Refused =
    [
        ("json_object without the word", """{"type":"json_object"}""", "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."),
        ("a format without a type", "{}", "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key 'json_schema'. The response_format type from user is missing."),
        ("a schema without a name", """{"type":"json_schema","json_schema":{"schema":{"type":"object"}}}""", "'json_schema.name' must be 1 to 64 characters of a-z, A-Z, 0-9, '_' and '-'"),
        ("a name with blanks", """{"type":"json_schema","json_schema":{"name":"a b","schema":{"type":"object"}}}""", "'json_schema.name' must be 1 to 64 characters of a-z, A-Z, 0-9, '_' and '-'"),
    ];

    public static IEnumerable<Scenario> All() =>
    [
        .. Refused.Select(row => new Scenario("7", $"Refused in the documented words: {row.Name}", ClientKinds.Compatible, async run =>
            Assert.Equal(row.Message, (await run.ChatAsync(Requests.Ask("What is it?"), ("response_format", JsonNode.Parse(row.Format)))).Expect(400).ErrorMessage))),
        new("7", "A schema outside the subset is refused, naming the place", ClientKinds.Compatible, async run =>
        {
            var schema = JsonNode.Parse("""{"type":"object","properties":{"total":{"type":"string","pattern":"("}},"required":["total"],"additionalProperties":false}""")!;
            var reply = (await run.ChatAsync(Requests.Ask("What is it?"), ("response_format", Schema(schema)))).Expect(400);
            Assert.StartsWith("Invalid schema at '$.properties.total.pattern'", reply.ErrorMessage, StringComparison.Ordinal);
            Assert.Equal("response_format", reply.Error.GetProperty("param").GetString());
        }),
        new("7", "An answer by a schema is JSON that matches, streamed too", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.SharedFileAsync(InvoiceName, Invoice);
            JsonNode Format() => Schema(JsonNode.Parse("""
                {"type":"object","properties":{"invoice_number":{"type":"string"},"total":{"type":"number"},"iban":{"type":["string","null"]}},
                 "required":["invoice_number","total","iban"],"additionalProperties":false}
                """)!);
            var whole = (await run.ChatAsync(Requests.Ask("Extract the invoice.", id), ("response_format", Format()))).Expect(200).Answer;
            var fields = JsonSerializer.Deserialize<JsonElement>(whole);
            Assert.Equal("INV-2041", fields.GetProperty("invoice_number").GetString());
            Assert.Equal(1250.5m, fields.GetProperty("total").GetDecimal());
            Assert.Equal(JsonValueKind.Null, fields.GetProperty("iban").ValueKind);
            var stream = await run.ChatAsync(Requests.Ask("Extract the invoice.", id), ("response_format", Format()), ("stream", true));
            Assert.Equal(whole, stream.Expect(200).Answer);
        }),
        new("7", "A field that is demanded and not there is an error that names it", ClientKinds.Compatible, async run =>
        {
            var schema = JsonNode.Parse("""{"type":"object","properties":{"iban":{"type":"string"}},"required":["iban"],"additionalProperties":false}""")!;
            var reply = await run.ChatAsync(Requests.Ask("Extract the invoice.", await run.SharedFileAsync(InvoiceName, Invoice)), ("response_format", Schema(schema)));
            Assert.Contains("iban", reply.Expect(400).ErrorMessage, StringComparison.Ordinal);
        }),
        new("7", "json_object gives an object", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.SharedFileAsync(InvoiceName, Invoice);
            var reply = await run.ChatAsync(
                Requests.Ask("Give the invoice number and the total as JSON.", id), ("response_format", new JsonObject { ["type"] = "json_object" }));
            Assert.Equal(JsonValueKind.Object, JsonSerializer.Deserialize<JsonElement>(reply.Expect(200).Answer).ValueKind);
        }),
    ];

    private static JsonObject Schema(JsonNode schema) => new()
    {
        ["type"] = "json_schema",
        ["json_schema"] = new JsonObject { ["name"] = "invoice", ["strict"] = true, ["schema"] = schema },
    };
}
