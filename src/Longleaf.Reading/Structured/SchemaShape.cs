namespace Longleaf.Reading.Structured;

/// <summary>One form that a value may take.</summary>
/// <param name="Node">The schema that gives it; neither a mere reference nor mere alternatives.</param>
/// <param name="Type">One type.</param>
internal sealed record SchemaShape(SchemaNode Node, JsonTypes Type)
{
    /// <summary>Whether it is a single value rather than one made of others.</summary>
    public bool IsScalar => Type is not (JsonTypes.Object or JsonTypes.Array);
}
