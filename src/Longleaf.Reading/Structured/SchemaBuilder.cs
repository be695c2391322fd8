using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>Builds a schema of a JSON value, and notes the first thing in it that is not taken.</summary>
/// <remarks>
/// 1. Every subschema is read, keyword by keyword (<see cref="SchemaKeywords"/>). 2. References are looked up among them. 3. What would go round for
/// ever without reading anything is refused. Everything is bounded before it is read.
/// </remarks>
internal sealed class SchemaBuilder(bool strict)
{
    // OpenAI takes 10 levels; generated schemas of nested records go a little deeper.
    private const int MaxDepth = 32;
    private const int MaxProperties = 5_000;
    private const int MaxValues = 1_000;
    private const int MaxCharacters = 120_000;

    // References and anyOf in a row, without a value being entered between them.
    private const int MaxHops = 64;

    private readonly Dictionary<string, SchemaNode> _byPointer = new(StringComparer.Ordinal);
    private readonly List<(SchemaNode Node, string Pointer)> _references = [];
    private int _properties;
    private int _values;
    private long _characters;

    /// <summary>Whether OpenAI's rules for strict schemas hold.</summary>
    public bool Strict => strict;

    /// <summary>The first thing refused.</summary>
    public SchemaRefusal? Refusal { get; private set; }

    /// <summary>The schema of a value; of use only if nothing was refused.</summary>
    public SchemaNode Build(JsonValue schema)
    {
        // :: 1: read.
        var root = Node(schema, JsonPath.Root, "#", 0);

        // :: 2: look references up.
        foreach (var (node, pointer) in _references)
        {
            if (_byPointer.TryGetValue(pointer, out var target))
            {
                node.Reference = target;
            }
            else
            {
                Refuse(JsonPath.Member(node.Path, "$ref"), $"'{Shorten(pointer)}' names no schema within this one; only references such as '#' and '#/$defs/name' are taken.");
            }
        }

        // :: 3: refuse circles.
        var hops = new Dictionary<SchemaNode, int>(ReferenceEqualityComparer.Instance);
        foreach (var (node, _) in _references)
        {
            if (Refusal is null && Hops(node, hops, 0) > MaxHops)
            {
                Refuse(JsonPath.Member(node.Path, "$ref"), $"the reference leads back to itself without reading anything of a value, or over more than {MaxHops} others.");
            }
        }

        return root;
    }

    /// <summary>Notes that something is refused; only the first is kept.</summary>
    public void Refuse(string path, string reason) => Refusal ??= new SchemaRefusal(path, reason);

    /// <summary>Reads a subschema.</summary>
    public SchemaNode Node(JsonValue schema, string path, string pointer, int depth)
    {
        var node = new SchemaNode { Path = path };
        _byPointer[pointer] = node;
        if (depth > MaxDepth)
        {
            Refuse(path, $"the schema nests deeper than {MaxDepth} levels; define the inner parts in $defs and refer to them.");
        }
        else if (schema.Kind == JsonValueKind.Object)
        {
            new SchemaKeywords(this, node, schema, pointer, depth).Read();
        }
        else if (schema.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            node.Never = schema.Kind == JsonValueKind.False;
        }
        else
        {
            Refuse(path, "a schema must be an object, true or false.");
        }

        return node;
    }

    /// <summary>Notes a reference that is looked up once everything is read.</summary>
    public void Refer(SchemaNode node, string reference) => _references.Add((node, Unescape(reference)));

    /// <summary>Counts a property against the limits.</summary>
    public void CountProperty(string path, string name)
    {
        if (++_properties > MaxProperties)
        {
            Refuse(path, $"a schema may have at most {MaxProperties} properties in all.");
        }

        CountCharacters(path, name.Length);
    }

    /// <summary>Counts values of an <c>enum</c> or <c>const</c> against the limits.</summary>
    public void CountValues(string path, IReadOnlyList<JsonValue> values)
    {
        _values += values.Count;
        if (_values > MaxValues)
        {
            Refuse(path, $"a schema may have at most {MaxValues} enum values in all.");
        }

        CountCharacters(path, values.Sum(Size));
    }

    /// <summary>Counts characters of names and values against the limits.</summary>
    public void CountCharacters(string path, long characters)
    {
        _characters += characters;
        if (_characters > MaxCharacters)
        {
            Refuse(path, $"the names and values of a schema may have at most {MaxCharacters} characters in all.");
        }
    }

    private static long Size(JsonValue value) =>
        value.Text.Length + value.Items.Sum(Size) + value.Members.Sum(member => member.Key.Length + Size(member.Value));

    // The longest way over references and alternatives from a node; more than the limit where it goes round.
    private static int Hops(SchemaNode node, Dictionary<SchemaNode, int> known, int depth)
    {
        if (known.TryGetValue(node, out var hops))
        {
            return hops;
        }

        // Met again before it is done, it counts as endless.
        known[node] = MaxHops + 1;
        if (depth > MaxHops)
        {
            return MaxHops + 1;
        }

        hops = node.AnyOf.Select(one => 1 + Hops(one, known, depth + 1)).Append(node.Reference is null ? 0 : 1 + Hops(node.Reference, known, depth + 1)).Max();
        return known[node] = Math.Min(hops, MaxHops + 1);
    }

    private static string Unescape(string reference)
    {
        try
        {
            return Uri.UnescapeDataString(reference);
        }
        catch (UriFormatException)
        {
            return reference;
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
