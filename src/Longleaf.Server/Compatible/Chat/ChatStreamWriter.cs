using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>Writes an answer as server-sent events, framed as the original frames them (contract 2.4); each goes out at once.</summary>
internal sealed class ChatStreamWriter(HttpResponse response, ChatIdentity identity)
{
    private const string ChunkObject = "chat.completion.chunk";

    /// <summary>Whether anything went out: from then on an error can only be a frame.</summary>
    public bool Started { get; private set; }

    public async Task TextAsync(string piece, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await ChunkAsync(new ChunkDeltaBody(piece), finishReason: null, cancellationToken);
    }

    public async Task EndAsync(FinishReason reason, UsageBody? usage, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await ChunkAsync(new ChunkDeltaBody(""), FinishReasonNames.Of(reason), cancellationToken);
        if (usage is not null)
        {
            await EventAsync(Chunk([], usage), ProtocolJson.Wire.ChatChunkBody, cancellationToken);
        }

        await response.Body.WriteAsync("data: [DONE]\n\n"u8.ToArray(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    public Task ErrorAsync(ApiError error, CancellationToken cancellationToken) => EventAsync(
        new StreamErrorBody(new ErrorDetail(error.Message, error.Type, error.Param, error.Code)),
        ProtocolJson.Wire.StreamErrorBody,
        cancellationToken);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Started)
        {
            return;
        }

        Started = true;
        response.ContentType = "text/event-stream;charset=UTF-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers["x-accel-buffering"] = "no";
        await ChunkAsync(new ChunkDeltaBody("", "assistant"), finishReason: null, cancellationToken);
    }

    private Task ChunkAsync(ChunkDeltaBody delta, string? finishReason, CancellationToken cancellationToken) => EventAsync(
        Chunk([new ChunkChoiceBody(delta, 0, null, finishReason)], null), ProtocolJson.Wire.ChatChunkBody, cancellationToken);

    private ChatChunkBody Chunk(IReadOnlyList<ChunkChoiceBody> choices, UsageBody? usage) =>
        new(choices, ChunkObject, usage, identity.Created, null, identity.Model, identity.Id);

    private async Task EventAsync<T>(T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync("data: "u8.ToArray(), cancellationToken);
        await JsonSerializer.SerializeAsync(response.Body, body, type, cancellationToken);
        await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
