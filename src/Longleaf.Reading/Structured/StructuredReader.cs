namespace Longleaf.Reading.Structured;

/// <summary>Answers with JSON and no model: each field is found in the documents by its name, description, type, format and values.</summary>
public sealed class StructuredReader
{
    /// <summary>Reads the documents for the fields that are asked for.</summary>
    /// <param name="conversation">The documents and the turns so far; the documents stay open until the task ends.</param>
    /// <param name="schema">What the answer must match; <see langword="null"/> for an object of the keys that the question names.</param>
    /// <param name="cancellationToken">Stops reading within milliseconds.</param>
    public Task<StructuredAnswer> AnswerAsync(Conversation conversation, JsonSchema? schema, CancellationToken cancellationToken) => throw new NotSupportedException();
}
