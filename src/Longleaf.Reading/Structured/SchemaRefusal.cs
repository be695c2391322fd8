namespace Longleaf.Reading.Structured;

/// <summary>Why a schema is not taken.</summary>
/// <param name="Path">The JSON path of the keyword that is refused, such as <c>$.properties.total.pattern</c>.</param>
/// <param name="Reason">What is wrong with it and what to do, without the path.</param>
public sealed record SchemaRefusal(string Path, string Reason)
{
    /// <summary>The refusal as one sentence, the path named.</summary>
    public string Sentence => $"Invalid schema at '{Path}': {Reason}";
}
