namespace Longleaf.Reading;

/// <summary>Answers a conversation about documents from what the documents say.</summary>
public interface IReader
{
    /// <summary>Plans what to read, reads it and answers.</summary>
    /// <param name="conversation">The documents and the turns so far; the documents stay open until the enumeration ends.</param>
    /// <param name="cancellationToken">Stops reading within milliseconds.</param>
    /// <returns>The answer's text in pieces as it is found, then exactly one <see cref="AnswerEvent.Completed"/>.</returns>
    IAsyncEnumerable<AnswerEvent> AnswerAsync(Conversation conversation, CancellationToken cancellationToken);
}
