using Longleaf.Reading.Structured;

namespace Longleaf.Server.Conversations;

/// <summary>The form of an answer (contract, <c>response_format</c>).</summary>
internal abstract record AnswerFormat
{
    private AnswerFormat()
    {
    }

    public static AnswerFormat PlainText { get; } = new Text();

    /// <summary>Markdown, as the reader writes it.</summary>
    public sealed record Text : AnswerFormat;

    /// <summary>Any JSON object.</summary>
    public sealed record Json : AnswerFormat;

    /// <summary>JSON that matches a schema.</summary>
    /// <param name="Name">The name the client gave it.</param>
    /// <param name="Schema">The schema.</param>
    public sealed record Matching(string Name, JsonSchema Schema) : AnswerFormat;
}
