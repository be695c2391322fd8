namespace Longleaf.Reading.Structured;

/// <summary>A single value that a record has, however deep.</summary>
/// <param name="Path">Its path within the record, such as <c>$.price.amount</c>.</param>
/// <param name="Node">Its schema.</param>
/// <param name="Field">What is looked for.</param>
internal sealed record FieldLeaf(string Path, SchemaNode Node, FieldQuery Field)
{
    // Of deeper or wider records no more is matched with columns.
    private const int MaxLeaves = 200;
    private const int MaxDepth = 4;

    /// <summary>The single values of a record.</summary>
    public static IReadOnlyList<FieldLeaf> Of(SchemaNode record, FieldQuery? parent)
    {
        var leaves = new List<FieldLeaf>();
        Add(leaves, record, JsonPath.Root, parent, 0);
        return leaves;
    }

    private static void Add(List<FieldLeaf> leaves, SchemaNode node, string path, FieldQuery? parent, int depth)
    {
        if (SchemaShapes.Of(node).FirstOrDefault(shape => shape.Type == JsonTypes.Object) is not { } shape || depth > MaxDepth)
        {
            return;
        }

        foreach (var (name, property) in shape.Node.Properties)
        {
            var (field, inner) = (FieldQuery.Of(name, property, depth == 0 ? null : parent), JsonPath.Member(path, name));
            if (SchemaShapes.Of(property).Any(one => one.IsScalar))
            {
                if (leaves.Count < MaxLeaves)
                {
                    leaves.Add(new FieldLeaf(inner, property, field));
                }
            }
            else
            {
                Add(leaves, property, inner, field, depth + 1);
            }
        }
    }
}
