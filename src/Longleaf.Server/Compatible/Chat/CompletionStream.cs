using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>Writes an answer as server-sent events, framed as the original frames them (contract 2.4).</summary>
internal sealed class CompletionStream(HttpResponse response, CompletionWire wire) : IAnswerStream
{
    private readonly EventStream _events = new(response);
    private bool _roleSent;

    public bool Started => _events.Started;

    // Usage is told at the end alone, which has it.
    public void Begin(long promptTokens)
    {
    }

    public Task CommentAsync(string comment, CancellationToken cancellationToken) => _events.CommentAsync(comment, cancellationToken);

    public async Task TextAsync(string piece, CancellationToken cancellationToken)
    {
        await SendRoleAsync(cancellationToken);
        await SendAsync(wire.Chunk(new ChunkDeltaBody(piece)), cancellationToken);
    }

    public async Task EndAsync(FinishedAnswer answer, CancellationToken cancellationToken)
    {
        await SendRoleAsync(cancellationToken);
        await SendAsync(wire.Chunk(new ChunkDeltaBody(""), answer.FinishReason), cancellationToken);
        foreach (var chunk in wire.After(answer))
        {
            await SendAsync(chunk, cancellationToken);
        }

        await _events.TextAsync("data: [DONE]\n\n"u8.ToArray(), cancellationToken);
    }

    public async Task FailAsync(ApiError error, CancellationToken cancellationToken)
    {
        if (!Started)
        {
            await new ErrorResult(error).ExecuteAsync(response.HttpContext);
            return;
        }

        var body = new StreamErrorBody(new ErrorDetail(error.Message, error.Type, error.Param, error.Code));
        await _events.JsonAsync("data: "u8.ToArray(), body, ProtocolJson.Wire.StreamErrorBody, cancellationToken);
    }

    private async Task SendRoleAsync(CancellationToken cancellationToken)
    {
        if (!_roleSent)
        {
            _roleSent = true;
            await SendAsync(wire.Chunk(new ChunkDeltaBody("", "assistant")), cancellationToken);
        }
    }

    private Task SendAsync(ChatChunkBody chunk, CancellationToken cancellationToken) =>
        _events.JsonAsync("data: "u8.ToArray(), chunk, ProtocolJson.Wire.ChatChunkBody, cancellationToken);
}
