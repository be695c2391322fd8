using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Extensions;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>Puts an answer on the wire as the original does (contract 2.3 and 2.4).</summary>
/// <param name="request">The request.</param>
/// <param name="id"><c>chatcmpl-</c> and the request's id.</param>
/// <param name="created">When the answer was begun, in Unix seconds.</param>
internal sealed class CompletionWire(CompletionRequest request, string id, long created) : IAnswerWire
{
    private const string ChunkObject = "chat.completion.chunk";

    public IResult Whole(FinishedAnswer answer) => JsonAnswer.Of(
        new ChatCompletionBody(
            [new ChatChoiceBody(new ChatMessageBody("assistant", answer.Text), FinishReasonNames.Of(answer.FinishReason), 0, null)],
            "chat.completion",
            UsageBody.Of(answer),
            created,
            null,
            request.Chat.Model,
            id)
        { Longleaf = LongleafBody.Of(request.Chat.Reading, answer) },
        ProtocolJson.Wire.ChatCompletionBody);

    public IAnswerStream Open(HttpResponse response) => new CompletionStream(response, this);

    /// <summary>A chunk of the answer.</summary>
    public ChatChunkBody Chunk(ChunkDeltaBody delta, FinishReason? reason = null) => Chunk(
        [new ChunkChoiceBody(delta, 0, null, reason is { } ended ? FinishReasonNames.Of(ended) : null)], null);

    /// <summary>What comes after the finish chunk: the extensions, then the usage, each if it was asked for.</summary>
    public IEnumerable<ChatChunkBody> After(FinishedAnswer answer)
    {
        if (LongleafBody.Of(request.Chat.Reading, answer) is { } extension)
        {
            yield return Chunk([], null) with { Longleaf = extension };
        }

        if (request.IncludeUsage)
        {
            yield return Chunk([], UsageBody.Of(answer));
        }
    }

    private ChatChunkBody Chunk(IReadOnlyList<ChunkChoiceBody> choices, UsageBody? usage) =>
        new(choices, ChunkObject, usage, created, null, request.Chat.Model, id);
}
