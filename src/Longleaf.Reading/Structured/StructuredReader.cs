using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>Answers with JSON and no model: each field is found in the documents by its name, description, type, format and values.</summary>
/// <remarks>
/// 1. The question is understood by rules; without a schema, the keys that it names make one. 2. Labels, tables, lists and sentences are read. 3. The
/// schema is filled. 4. What was filled is checked against the schema. The same input gives the same output. Safe for many conversations at once.
/// </remarks>
public sealed class StructuredReader
{
    private const int MaxFields = 200;
    private const int MaxSources = 20;

    private readonly EmbeddedReader _inWords = new();

    /// <summary>Reads the documents for the fields that are asked for.</summary>
    /// <param name="conversation">The documents and the turns so far; the documents stay open until the task ends.</param>
    /// <param name="schema">What the answer must match; <see langword="null"/> for an object of the keys that the question names.</param>
    /// <param name="cancellationToken">Stops reading within milliseconds.</param>
    public async Task<StructuredAnswer> AnswerAsync(Conversation conversation, JsonSchema? schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();

        // :: 1: understand.
        var question = QuestionReader.Read(conversation);
        var root = schema?.Root ?? RequestedKeys.Find([question.Text, conversation.Role ?? ""]);
        if (root is null)
        {
            return await AnswerInWordsAsync(conversation, cancellationToken);
        }

        var log = new ReadingLog(conversation.Documents);
        if (conversation.PlanOnly)
        {
            return new StructuredAnswer.Planned(new ReadingCoverage(ReadingMode.ReadAll, Why(question, log.Documents, isWhole: true, isCut: false), 0, log.Coverage(question.Documents)));
        }

        // What follows computes; whoever waits for the task is not kept.
        return await Task.Run(() => Answer(question, log, root, schema is null, cancellationToken), cancellationToken);
    }

    private static StructuredAnswer Answer(Question question, ReadingLog log, SchemaNode root, bool isOwn, CancellationToken cancellationToken)
    {
        // :: 2: read.
        var evidence = new Evidence(question, log.Documents, Fields(root), cancellationToken);
        var scope = evidence.Whole(evidence.Scope());

        // :: 3: fill.
        var filler = new SchemaFiller(evidence, cancellationToken);
        ReadingCoverage Coverage() => new(evidence.IsWhole ? ReadingMode.ReadAll : ReadingMode.Retrieve, Why(question, log.Documents, evidence.IsWhole, filler.IsCut), 0, log.Coverage(question.Documents));
        if (isOwn && evidence.IsPerDocument && scope.Documents.Count > 1 && !root.Properties.Values.Any(property => property.Types.HasFlag(JsonTypes.Array)))
        {
            var (each, citations) = FillEach(filler, root, scope, evidence);
            return new StructuredAnswer.Found(each.ToString(), citations, Coverage());
        }

        var result = filler.Fill(root, null, JsonPath.Root, JsonPath.Root, scope);
        var coverage = Coverage();
        if (result.Value is not { } value)
        {
            return Missing(result.Missing, log.Documents.Count == 0 ? "there are no documents" : "it was not found in the documents, or not in a form that the schema takes", coverage);
        }

        // :: 4: check.
        return JsonSchemaValidator.Validate(value, root, JsonPath.Root) is [var violation, ..]
            ? Missing(violation.Path, $"what was found does not match the schema ({violation.Sentence.TrimEnd('.')})", coverage)
            : new StructuredAnswer.Found(value.ToString(), result.Citations, coverage);
    }

    // Keys of the question's own, of several documents that are each asked about: an object for each.
    private static (JsonValue Value, List<FieldCitation> Citations) FillEach(SchemaFiller filler, SchemaNode root, FieldScope scope, Evidence evidence)
    {
        var (items, citations) = (new List<JsonValue>(), new List<FieldCitation>());
        foreach (var position in scope.Documents)
        {
            var result = filler.Fill(root, null, JsonPath.Item("$.items", items.Count), JsonPath.Root, evidence.Whole([position]));
            KeyValuePair<string, JsonValue>[] members = [.. (result.Value?.Members ?? []).Where(member => member.Key != "document")];
            items.Add(JsonValue.Of([KeyValuePair.Create("document", JsonValue.Of(evidence.Documents[position].Name)), .. members]));
            citations.AddRange(result.Citations);
        }

        return (JsonValue.Of([KeyValuePair.Create("items", JsonValue.Of(items))]), citations);
    }

    private static StructuredAnswer.Missing Missing(string path, string reason, ReadingCoverage coverage) =>
        new(path, $"No value for '{path}': {reason}. Allow null for it (\"type\": [\"…\", \"null\"]), or leave it out of 'required'.", coverage);

    private static List<FieldQuery> Fields(SchemaNode root)
    {
        var (fields, seen) = (new List<FieldQuery>(), new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance));
        var open = new Queue<SchemaNode>([root]);
        while (open.TryDequeue(out var node) && fields.Count < MaxFields)
        {
            foreach (var shape in SchemaShapes.Of(node).Where(shape => seen.Add(shape.Node)))
            {
                foreach (var (name, property) in shape.Node.Properties)
                {
                    fields.Add(FieldQuery.Of(name, property, null));
                    open.Enqueue(property);
                }

                foreach (var item in shape.Node.PrefixItems.Concat(shape.Node.Items is null ? [] : [shape.Node.Items]))
                {
                    open.Enqueue(item);
                }
            }
        }

        return fields;
    }

    // No keys are named: what would have been answered in words, and the places that it rests on.
    private async Task<StructuredAnswer> AnswerInWordsAsync(Conversation asked, CancellationToken cancellationToken)
    {
        // The request for JSON is none of the question.
        var conversation = asked with { Turns = [.. asked.Turns.Select(turn => turn.Author == TurnAuthor.User ? turn with { Text = RequestedKeys.WithoutRequest(turn.Text) } : turn)] };
        var (text, citations, coverage) = (new StringBuilder(), new List<Citation>(), (ReadingCoverage?)null);
        await foreach (var said in _inWords.AnswerAsync(conversation, cancellationToken))
        {
            switch (said)
            {
                case AnswerEvent.Delta(var piece):
                    text.Append(piece);
                    break;
                case AnswerEvent.Cited(var citation):
                    citations.Add(citation);
                    break;
                case AnswerEvent.Completed(var read):
                    coverage = read;
                    break;
            }
        }

        if (conversation.PlanOnly)
        {
            return new StructuredAnswer.Planned(coverage!);
        }

        var language = QuestionReader.Read(conversation).Language;
        var lines = text.ToString().Split('\n').Select(QuotedText.Plain).Where(line => line.Length > 0);
        var sources = citations.Select(citation => Source(conversation, citation, language)).Distinct().Take(MaxSources).Select(JsonValue.Of).ToArray();
        KeyValuePair<string, JsonValue>[] members = [KeyValuePair.Create("answer", JsonValue.Of(string.Join('\n', lines))), KeyValuePair.Create("sources", JsonValue.Of(sources))];
        return new StructuredAnswer.Found(JsonValue.Of(members).ToString(), [.. citations.Select(citation => new FieldCitation("$.answer", citation))], coverage!);
    }

    private static string Source(Conversation conversation, Citation citation, AnswerLanguage language) =>
        QuotedText.Plain(SourceLabel.Of(conversation.Documents.First(document => document.Id == citation.DocumentId), citation.Location, language));

    private static string Why(Question question, IReadOnlyList<ReadableDocument> documents, bool isWhole, bool isCut)
    {
        return $"JSON is asked for: the labels, tables, lists and sentences of {AnswerPlan.Documents(question, documents)} were read for each field{(isWhole ? "" : ", of long ones the passages that search finds")}{(isCut ? "; there was more than fits an answer, and the rest was left out" : "")}.";
    }
}
