using System.Runtime.InteropServices;
using System.Text.Json;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>Fills a schema with what the documents say.</summary>
/// <remarks>
/// 1. A single value is found by <see cref="FieldFinder"/>. 2. An object is filled property by property from the same place. 3. An array of single values
/// is found by <see cref="ListFinder"/>; one of objects has an object for each place that <see cref="RecordFinder"/> finds. 4. What is not found is null
/// where that matches, an empty array, or left out; else it is missing. A schema that refers to itself ends where nothing more is found.
/// </remarks>
internal sealed class SchemaFiller(Evidence evidence, CancellationToken cancellationToken)
{
    /// <summary>The most records of one array.</summary>
    public const int MaxRecords = 2_000;

    private const int MaxOthers = 100;
    private const int MaxDepth = 24;
    private const int MaxFields = 60_000;

    // The share of a record's fields that must be found for the first group of places to be taken without looking at the others.
    private const double Convincing = 0.85;

    // Where several are asked for, a place that holds but one is less likely what is meant.
    private const double OneAlone = 0.8;

    private readonly FieldFinder _fields = new(evidence, cancellationToken);
    private readonly ListFinder _lists = new(evidence, cancellationToken);
    private readonly RecordFinder _records = new(evidence, cancellationToken);
    private readonly Stack<(SchemaNode Node, FieldScope Scope)> _open = new();
    private readonly Dictionary<(string Name, SchemaNode Node, FieldQuery? Parent), FieldQuery> _queries = [];
    private int _filled;

    /// <summary>Whether something was left out because there was too much of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Fills a schema.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="field">What is looked for; none for the whole answer.</param>
    /// <param name="path">The path in the answer.</param>
    /// <param name="local">The path within the record.</param>
    /// <param name="scope">Where it is looked for.</param>
    public FillResult Fill(SchemaNode node, FieldQuery? field, string path, string local, FieldScope scope)
    {
        var (missing, found, own, hollow) = (path, 0, 0, (JsonValue?)null);
        foreach (var shape in SchemaShapes.Of(node))
        {
            var result = Fill(shape, node, field, path, local, scope);
            if (result is { Value: { } value, Found: > 0 } && SchemaShapes.Allows(node, value))
            {
                return result;
            }

            hollow ??= result is { Value: { } none, Found: 0 } && SchemaShapes.Allows(node, none) ? none : null;
            (missing, found, own) = result.Missing.Length > missing.Length ? (result.Missing, Math.Max(found, result.Found), Math.Max(own, result.Own)) : (missing, found, own);
        }

        // An empty array would say that there are none, where there are some that lack something.
        IEnumerable<JsonValue> empties = found > 0 ? [JsonValue.Null] : [JsonValue.Null, JsonValue.Of((IReadOnlyList<JsonValue>)[])];
        return empties.FirstOrDefault(empty => SchemaShapes.Allows(node, empty)) is { } nothing
            ? FillResult.Empty(nothing)
            : hollow is not null ? FillResult.Empty(hollow) : Given(node) ?? new FillResult(null, [], found, missing) { Own = own };
    }

    // An object of nothing but what the schema itself gives, or of properties that may be absent.
    private static FillResult? Given(SchemaNode node)
    {
        if (FieldFinder.Given(node) is { } given)
        {
            return FillResult.Empty(given);
        }

        var empty = JsonValue.Of((IReadOnlyList<KeyValuePair<string, JsonValue>>)[]);
        return SchemaShapes.Allows(node, empty) ? FillResult.Empty(empty) : null;
    }

    private FillResult Fill(SchemaShape shape, SchemaNode node, FieldQuery? field, string path, string local, FieldScope scope)
    {
        if (_open.Count > MaxDepth || _filled > MaxFields)
        {
            IsCut |= _filled > MaxFields;
            return FillResult.Lacking(path);
        }

        if (shape.IsScalar)
        {
            _filled++;
            var found = _fields.Find(node, field ?? FieldQuery.OfQuestion(evidence.Question, node), local, scope);
            return found is null ? FillResult.Lacking(path) : new FillResult(found.Value, [.. found.Citations.Select(citation => new FieldCitation(path, citation))], 1);
        }

        // The same schema in the same place again would find the same again.
        if (_open.Any(open => ReferenceEquals(open.Node, shape.Node) && ReferenceEquals(open.Scope, scope)))
        {
            return FillResult.Lacking(path);
        }

        _open.Push((shape.Node, scope));
        var result = shape.Type == JsonTypes.Object ? FillObject(shape.Node, field, path, local, scope) : FillArray(shape.Node, field, path, scope);
        _open.Pop();
        return result;
    }

    // The same for each record of an array: words are looked up once.
    private FieldQuery Query(string name, SchemaNode node, FieldQuery? parent) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_queries, (name, node, parent), out _) ??= FieldQuery.Of(name, node, parent);

    private FillResult FillObject(SchemaNode node, FieldQuery? field, string path, string local, FieldScope scope)
    {
        var (members, citations, found, own) = (new List<KeyValuePair<string, JsonValue>>(), new List<FieldCitation>(), 0, 0);
        string? missing = null;
        foreach (var (name, property) in node.Properties)
        {
            var inner = JsonPath.Member(path, name);
            var result = Fill(property, Query(name, property, field), inner, JsonPath.Member(local, name), scope);
            (found, own) = (found + result.Found, own + result.Own);
            if (result.Value is { } value && (result.Found > 0 || node.Required.Contains(name) || value.Kind == JsonValueKind.Null || FieldFinder.Given(property) is not null))
            {
                members.Add(KeyValuePair.Create(name, value));
                citations.AddRange(result.Citations);
            }
            else if (result.Value is null && node.Required.Contains(name))
            {
                missing ??= result.Missing;
            }
        }

        if (node.Properties.Count == 0 && node.AdditionalProperties is not { Never: true })
        {
            found += FillOthers(node, members, citations, path, scope);
            own = found;
        }

        return (missing is not null ? new FillResult(null, [], found, missing) : new FillResult(JsonValue.Of(members), citations, found)) with { Own = own };
    }

    // An object of any names: what the documents themselves name.
    private int FillOthers(SchemaNode node, List<KeyValuePair<string, JsonValue>> members, List<FieldCitation> citations, string path, FieldScope scope)
    {
        var value = node.AdditionalProperties ?? new SchemaNode { Path = node.Path };
        foreach (var fact in scope.Facts.Where(fact => fact is { IsOneOfMany: false, Statement.Kind: not StatementKind.Sentence }).DistinctBy(fact => fact.Label).Take(Math.Min(node.MaxProperties, MaxOthers)))
        {
            var (name, field) = (QuotedText.Plain(fact.Label), FieldQuery.Of(fact.Label, value, null));
            if (name.Length > 0 && ValueReader.Read(value, field, fact.Text, evidence.Facts(fact.Statement.Document).Habits) is { } read)
            {
                members.Add(KeyValuePair.Create(name, read.Value));
                citations.AddRange(evidence.Cite(fact.Statement, fact.Value).Select(citation => new FieldCitation(JsonPath.Member(path, name), citation)));
            }
        }

        return members.Count;
    }

    private FillResult FillArray(SchemaNode node, FieldQuery? field, string path, FieldScope scope)
    {
        var item = node.Items ?? new SchemaNode { Path = node.Path };
        var most = Math.Min(node.MaxItems, MaxRecords);
        if (SchemaShapes.Of(item).Any(shape => shape.IsScalar))
        {
            var values = Values(item, field ?? FieldQuery.OfQuestion(evidence.Question, node), scope);
            if (values.Count > 0)
            {
                return Array([.. values.Take(most).Select(value => new FillResult(value.Value, [.. value.Citations.Select(citation => new FieldCitation(JsonPath.Root, citation))], 1))], path, values.Count > most);
            }
        }

        return SchemaShapes.Of(item).Any(shape => shape.Type == JsonTypes.Object) ? FillRecords(item, field, path, most, scope) : FillResult.Lacking(path);
    }

    // Of each document one, where each is asked about.
    private IReadOnlyList<FoundField> Values(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        FoundField[] each = evidence.IsPerDocument && scope is { IsWhole: true, Documents.Count: > 1 }
            ? [.. scope.Documents.Select(position => _fields.Find(item, field, JsonPath.Root, evidence.Whole([position]))).OfType<FoundField>()]
            : [];
        return each.Length > 1 ? each : _lists.Find(item, field, scope);
    }

    private FillResult FillRecords(SchemaNode item, FieldQuery? field, string path, int most, FieldScope scope)
    {
        var leaves = Math.Max(1, FieldLeaf.Of(item, field).Count);
        var (best, bestQuality) = (FillResult.Lacking(path), 0.0);
        foreach (var group in _records.Find(item, field, scope))
        {
            if (best.Value is not null && group.Quality <= bestQuality)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            FillResult[] records = [.. group.Scopes.Take(most).Select((place, i) => Fill(item, null, JsonPath.Item(path, i), JsonPath.Root, place)).Where(record => record.Found > 0)];
            records = group.Quality is null ? WithoutStray(records, leaves) : records;
            var quality = (records.Length > 1 ? 1 : OneAlone) * (records.Length == 0 ? 0 : group.Quality ?? Math.Min(1, records.Average(record => (double)record.Own / leaves)));
            var array = Array(records, path, group.Scopes.Count > most);
            if (quality > 0 && (array.Value is null, -quality).CompareTo((best.Value is null, -bestQuality)) < 0)
            {
                (best, bestQuality) = (array, quality);
            }

            if (best.Value is not null && bestQuality >= Convincing)
            {
                break;
            }
        }

        return best;
    }

    // A section that holds much less than the others is about something else.
    private static FillResult[] WithoutStray(FillResult[] records, int leaves)
    {
        // One alone that has less than half of its fields is no record: a sum that stands by itself is no line item.
        if (records.Length == 1 && records[0].Own * 2 < leaves)
        {
            return [];
        }

        var most = records.Length == 0 ? 0 : records.Max(record => record.Own);
        return [.. records.Where(record => record.Own * 2 >= most)];
    }

    private FillResult Array(FillResult[] items, string path, bool isCut)
    {
        IsCut |= isCut;
        var citations = new List<FieldCitation>();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Value is null)
            {
                return new FillResult(null, [], items.Sum(item => item.Found), items[i].Missing) { Own = 1 };
            }

            // An item's own path begins where it was filled; those before it may have been left out.
            citations.AddRange(items[i].Citations.Select(citation => citation with { Path = Rebase(citation.Path, path, i) }));
        }

        return new FillResult(JsonValue.Of([.. items.Select(item => item.Value!)]), citations, items.Sum(item => item.Found)) { Own = Math.Min(1, items.Length) };
    }

    private static string Rebase(string inner, string path, int index)
    {
        var end = inner.StartsWith(path + "[", StringComparison.Ordinal) ? inner.IndexOf(']', path.Length) + 1 : inner.Length;
        return JsonPath.Item(path, index) + inner[end..];
    }
}
