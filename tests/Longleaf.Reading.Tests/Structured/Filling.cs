using System.Text.Json;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

/// <summary>Asks the structured reader, as a client would, and checks what every answer must keep to.</summary>
internal static class Filling
{
    public static async Task<StructuredAnswer> AskAsync(string question, string? schema, params ReadableDocument[] documents)
    {
        var conversation = new Conversation { Documents = documents, Turns = [new Turn(TurnAuthor.User, question)] };
        var parsed = schema is null ? null : Schemas.Parse(schema);
        var answer = await new StructuredReader().AnswerAsync(conversation, parsed, TestContext.Current.CancellationToken);
        if (answer is StructuredAnswer.Found found)
        {
            using var json = JsonDocument.Parse(found.Json);
            Assert.True(parsed is null || JsonSchemaValidator.Validate(json.RootElement, parsed).Count == 0, found.Json);
            CheckCitations(documents, found);
        }

        return answer;
    }

    public static async Task<string> JsonAsync(string question, string? schema, params ReadableDocument[] documents)
    {
        var answer = await AskAsync(question, schema, documents);
        return answer is StructuredAnswer.Found found ? found.Json : Assert.IsType<StructuredAnswer.Missing>(answer).Sentence;
    }

    /// <summary>An object schema of properties, all of them required.</summary>
    public static string Object(params (string Name, string Schema)[] properties) =>
        $$"""{"type":"object","properties":{{{string.Join(',', properties.Select(property => $"{JsonSerializer.Serialize(property.Name)}:{property.Schema}"))}}},"required":{{JsonSerializer.Serialize(properties.Select(property => property.Name))}},"additionalProperties":false}""";

    public static string Array(string item) => $$"""{"type":"array","items":{{item}}}""";

    private static void CheckCitations(ReadableDocument[] documents, StructuredAnswer.Found found)
    {
        foreach (var (path, citation) in found.Citations)
        {
            Assert.StartsWith("$", path, StringComparison.Ordinal);
            var document = Assert.Single(documents, document => document.Id == citation.DocumentId);
            var runes = document.Text.Read(0, (int)document.Text.Bytes).EnumerateRunes().Skip((int)citation.Start).Take((int)(citation.End - citation.Start));
            Assert.Equal(citation.Quote, string.Concat(runes));
        }
    }
}
