using System.Text.Encodings.Web;
using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>A JSON value, equal by JSON's own equality: numbers by value, objects whatever the order of their members.</summary>
internal sealed class JsonValue : IEquatable<JsonValue>
{
    /// <summary>How deep a value may nest.</summary>
    public const int MaxDepth = 128;

    // What is sent is JSON in a JSON string, never inside HTML: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Dictionary<string, JsonValue>? _byName;
    private readonly int _hash;

    private JsonValue(JsonValueKind kind, string text, JsonNumber? number, IReadOnlyList<JsonValue> items, IReadOnlyList<KeyValuePair<string, JsonValue>> members)
    {
        (Kind, Text, Number, Items, Members) = (kind, text, number, items, members);
        _byName = kind == JsonValueKind.Object ? new Dictionary<string, JsonValue>(members, StringComparer.Ordinal) : null;
        var hash = new HashCode();
        hash.Add(kind);
        hash.Add(number);
        hash.Add(kind == JsonValueKind.Number ? "" : text, StringComparer.Ordinal);
        foreach (var item in items)
        {
            hash.Add(item._hash);
        }

        _hash = hash.ToHashCode() ^ members.Aggregate(members.Count, (sum, member) => sum ^ HashCode.Combine(member.Key, member.Value._hash));
    }

    /// <summary>JSON's null.</summary>
    public static JsonValue Null { get; } = new(JsonValueKind.Null, "", null, [], []);

    /// <summary>JSON's true.</summary>
    public static JsonValue True { get; } = new(JsonValueKind.True, "", null, [], []);

    /// <summary>JSON's false.</summary>
    public static JsonValue False { get; } = new(JsonValueKind.False, "", null, [], []);

    /// <summary>What it is.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>A string's characters; a number as written.</summary>
    public string Text { get; }

    /// <summary>A number's value.</summary>
    public JsonNumber? Number { get; }

    /// <summary>An array's items.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>An object's members in their order, each name once.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members { get; }

    /// <summary>A string.</summary>
    public static JsonValue Of(string text) => new(JsonValueKind.String, text, null, [], []);

    /// <summary>A number.</summary>
    /// <param name="json">The number by JSON's grammar.</param>
    public static JsonValue OfNumber(string json) => new(JsonValueKind.Number, json, JsonNumber.Parse(json), [], []);

    /// <summary>A truth value.</summary>
    public static JsonValue Of(bool value) => value ? True : False;

    /// <summary>An array.</summary>
    public static JsonValue Of(IReadOnlyList<JsonValue> items) => new(JsonValueKind.Array, "", null, items, []);

    /// <summary>An object.</summary>
    /// <param name="members">The members; each name once.</param>
    public static JsonValue Of(IReadOnlyList<KeyValuePair<string, JsonValue>> members) => new(JsonValueKind.Object, "", null, [], members);

    /// <summary>The value of an element; <see langword="null"/> if it nests too deep or holds half a surrogate pair.</summary>
    public static JsonValue? From(JsonElement element)
    {
        try
        {
            return From(element, 0);
        }
        catch (InvalidOperationException) when (element.ValueKind != JsonValueKind.Undefined)
        {
            // A string of half a surrogate pair ("\ud800") is JSON by its grammar, and no text.
            return null;
        }
    }

    /// <summary>The member of a name.</summary>
    public JsonValue? Member(string name) => _byName?.GetValueOrDefault(name);

    /// <inheritdoc/>
    public bool Equals(JsonValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _hash != other._hash || Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            JsonValueKind.String => Text == other.Text,
            JsonValueKind.Number => Number!.Equals(other.Number),
            JsonValueKind.Array => Items.SequenceEqual(other.Items),
            JsonValueKind.Object => Members.Count == other.Members.Count && Members.All(member => member.Value.Equals(other.Member(member.Key))),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonValue);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The value as compact JSON.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            Write(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in Members)
                {
                    writer.WritePropertyName(name);
                    value.Write(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items)
                {
                    item.Write(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text);
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Text, skipInputValidation: true);
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(Kind == JsonValueKind.True);
                break;
        }
    }

    private static JsonValue? From(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, JsonValue>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    if (From(property.Value, depth + 1) is not { } value)
                    {
                        return null;
                    }

                    // Of a name that comes twice the last holds, as for nearly every reader of JSON.
                    members[property.Name] = value;
                }

                return Of([.. members]);
            case JsonValueKind.Array:
                var items = new List<JsonValue>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    if (From(item, depth + 1) is not { } value)
                    {
                        return null;
                    }

                    items.Add(value);
                }

                return Of(items);
            case JsonValueKind.String:
                return Of(element.GetString()!);
            case JsonValueKind.Number:
                return OfNumber(element.GetRawText());
            case JsonValueKind.True:
                return True;
            case JsonValueKind.False:
                return False;
            case JsonValueKind.Null:
                return Null;
            default:
                throw new ArgumentException("The element has no value.", nameof(element));
        }
    }
}
