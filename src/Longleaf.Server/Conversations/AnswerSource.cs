using Longleaf.Reading;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Conversations;

/// <summary>Where the answer of a request comes from: the reader, in the form that was asked for.</summary>
internal sealed class AnswerSource(IReader reader)
{
    /// <summary>Begins an answer; the error where the form that is asked for cannot be had.</summary>
    public Task<Outcome<IAsyncEnumerable<AnswerEvent>>> OpenAsync(ChatRequest request, PreparedChat chat, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome<IAsyncEnumerable<AnswerEvent>>.Of(reader.AnswerAsync(chat.Conversation, cancellationToken)));
}
