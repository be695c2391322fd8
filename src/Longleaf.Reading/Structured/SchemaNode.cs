namespace Longleaf.Reading.Structured;

/// <summary>A schema or a subschema. What is not given restricts nothing.</summary>
/// <remarks>Filled by <see cref="SchemaBuilder"/>; not changed once a <see cref="JsonSchema"/> holds it.</remarks>
internal sealed class SchemaNode
{
    /// <summary>Where it stands in the schema.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is the schema <c>false</c>, which nothing matches.</summary>
    public bool Never { get; set; }

    /// <summary>What <c>$ref</c> names.</summary>
    public SchemaNode? Reference { get; set; }

    /// <summary>The types allowed.</summary>
    public JsonTypes Types { get; set; } = JsonTypes.All;

    /// <summary>The values allowed, of <c>enum</c>; of <c>const</c>, one.</summary>
    public IReadOnlyList<JsonValue>? Values { get; set; }

    /// <summary>The same values, to look one up.</summary>
    public HashSet<JsonValue>? ValueSet { get; set; }

    /// <summary>The value of <c>const</c>.</summary>
    public JsonValue? Constant { get; set; }

    /// <summary>Schemas of which one must hold.</summary>
    public IReadOnlyList<SchemaNode> AnyOf { get; set; } = [];

    /// <summary>The properties in their order.</summary>
    public OrderedDictionary<string, SchemaNode> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that must be there.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>What other properties must match.</summary>
    public SchemaNode? AdditionalProperties { get; set; }

    /// <summary>What the first items must match, one by one.</summary>
    public IReadOnlyList<SchemaNode> PrefixItems { get; set; } = [];

    /// <summary>What the other items must match.</summary>
    public SchemaNode? Items { get; set; }

    /// <summary>What a string must match somewhere.</summary>
    public StringPattern? Pattern { get; set; }

    /// <summary>The format of a string.</summary>
    public StringFormat Format { get; set; }

    /// <summary>Bounds of a number.</summary>
    public JsonNumber? Minimum { get; set; }

    /// <inheritdoc cref="Minimum"/>
    public JsonNumber? Maximum { get; set; }

    /// <inheritdoc cref="Minimum"/>
    public JsonNumber? ExclusiveMinimum { get; set; }

    /// <inheritdoc cref="Minimum"/>
    public JsonNumber? ExclusiveMaximum { get; set; }

    /// <summary>What a number must be a multiple of.</summary>
    public JsonNumber? MultipleOf { get; set; }

    /// <summary>The fewest code points of a string.</summary>
    public int MinLength { get; set; }

    /// <summary>The most code points of a string.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>The fewest items of an array.</summary>
    public int MinItems { get; set; }

    /// <summary>The most items of an array.</summary>
    public int MaxItems { get; set; } = int.MaxValue;

    /// <summary>The fewest properties of an object.</summary>
    public int MinProperties { get; set; }

    /// <summary>The most properties of an object.</summary>
    public int MaxProperties { get; set; } = int.MaxValue;

    /// <summary>Whether no two items of an array may be equal.</summary>
    public bool UniqueItems { get; set; }

    /// <summary>What it is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it says of itself.</summary>
    public string Description { get; set; } = "";
}
