using Longleaf.Reading;
using Longleaf.Reading.Structured;
using Longleaf.Reading.Text;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>Where the answer of a request comes from: the reader, in the form that was asked for.</summary>
internal sealed class AnswerSource(IReader reader, StructuredReader structured)
{
    /// <summary>Begins an answer. What is to be JSON is read to its end first: it is whole, or it is refused.</summary>
    public async Task<Outcome<IAsyncEnumerable<AnswerEvent>>> OpenAsync(ChatRequest request, PreparedChat chat, CancellationToken cancellationToken)
    {
        if (request.Format is AnswerFormat.Text)
        {
            return Outcome<IAsyncEnumerable<AnswerEvent>>.Of(reader.AnswerAsync(chat.Conversation, cancellationToken));
        }

        var schema = request.Format is AnswerFormat.Matching matching ? matching.Schema : null;
        var answer = await structured.AnswerAsync(chat.Conversation, schema, cancellationToken);
        if (answer is StructuredAnswer.Missing missing)
        {
            return ApiErrors.FieldNotFound(missing.Sentence);
        }

        return answer is StructuredAnswer.Found found && Cut(request, found.Json) is { } error
            ? error
            : Outcome<IAsyncEnumerable<AnswerEvent>>.Of(EventsOf(answer));
    }

    private static ApiError? Cut(ChatRequest request, string json)
    {
        var tokens = TokenCounter.Shared.Count(json);
        if (tokens > request.MaxTokens)
        {
            return ApiErrors.JsonTooLong(tokens, request.MaxTokens);
        }

        return request.Stop.Any(stop => json.Contains(stop, StringComparison.Ordinal)) ? ApiErrors.JsonStopped : null;
    }

    private static async IAsyncEnumerable<AnswerEvent> EventsOf(StructuredAnswer answer)
    {
        if (answer is StructuredAnswer.Found found)
        {
            foreach (var piece in AnswerPieces.Cut(found.Json))
            {
                yield return new AnswerEvent.Delta(piece);
            }

            foreach (var (path, citation) in found.Citations)
            {
                yield return new AnswerEvent.Cited(citation with { Field = path });
            }
        }

        yield return new AnswerEvent.Completed(answer.Coverage);
        await Task.CompletedTask;
    }
}
