namespace Longleaf.Reading.Structured;

internal sealed class SchemaNode
{
}
