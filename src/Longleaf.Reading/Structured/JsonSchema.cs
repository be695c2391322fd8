namespace Longleaf.Reading.Structured;

/// <summary>A schema that was parsed and found to be within what is taken. Immutable; safe for many threads.</summary>
public sealed class JsonSchema
{
    internal JsonSchema(SchemaNode root) => Root = root;

    /// <summary>The schema of the whole value.</summary>
    internal SchemaNode Root { get; }
}
