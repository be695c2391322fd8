using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>The forms that a value of a schema may take: references followed, alternatives apart, null left out.</summary>
internal static class SchemaShapes
{
    // A parsed schema has no circles of references; this bounds what alternatives of alternatives grow to.
    private const int MaxShapes = 64;

    /// <summary>The forms, in the schema's order.</summary>
    public static IReadOnlyList<SchemaShape> Of(SchemaNode node)
    {
        var shapes = new List<SchemaShape>();
        Add(shapes, node);
        return shapes;
    }

    /// <summary>Whether null matches.</summary>
    public static bool AllowsNull(SchemaNode node) => Allows(node, JsonValue.Null);

    /// <summary>Whether a value matches.</summary>
    public static bool Allows(SchemaNode node, JsonValue value) => new SchemaValidation().Allows(value, node);

    private static void Add(List<SchemaShape> shapes, SchemaNode node)
    {
        if (shapes.Count >= MaxShapes || node.Never)
        {
            return;
        }

        foreach (var inner in node.AnyOf.Concat(node.Reference is null ? [] : [node.Reference]))
        {
            Add(shapes, inner);
        }

        var isBare = node is { Types: JsonTypes.All, Values: null, Constant: null, Properties.Count: 0, Items: null, Pattern: null } && (node.AnyOf.Count > 0 || node.Reference is not null);
        if (!isBare)
        {
            foreach (var type in Types(node))
            {
                shapes.Add(new SchemaShape(node, type));
            }
        }
    }

    // Strings last: nearly every text is one.
    private static IEnumerable<JsonTypes> Types(SchemaNode node)
    {
        if (node.Types != JsonTypes.All)
        {
            return ((JsonTypes[])[JsonTypes.Object, JsonTypes.Array, JsonTypes.Boolean, JsonTypes.Integer, JsonTypes.Number, JsonTypes.String])
                .Where(type => node.Types.HasFlag(type) && !(type == JsonTypes.Integer && node.Types.HasFlag(JsonTypes.Number)));
        }

        if (node.Values is not null || node.Constant is not null)
        {
            return (node.Values ?? [node.Constant!]).Select(TypeOf).Where(type => type != JsonTypes.Null).Distinct();
        }

        if (node.Properties.Count > 0)
        {
            return [JsonTypes.Object];
        }

        if (node.Items is not null || node.PrefixItems.Count > 0)
        {
            return [JsonTypes.Array];
        }

        return node.Minimum is not null || node.Maximum is not null || node.MultipleOf is not null ? [JsonTypes.Number] : [JsonTypes.String];
    }

    private static JsonTypes TypeOf(JsonValue value) => value.Kind switch
    {
        JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.Number => JsonTypes.Number,
        JsonValueKind.String => JsonTypes.String,
        JsonValueKind.Array => JsonTypes.Array,
        _ => JsonTypes.Object,
    };
}
