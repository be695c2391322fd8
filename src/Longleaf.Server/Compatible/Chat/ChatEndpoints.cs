using Longleaf.Platform.Storage;
using Longleaf.Platform.Usage;
using Longleaf.Reading;
using Longleaf.Server.Compatible.Models;
using Longleaf.Server.Conversations;
using Longleaf.Server.Hosting;
using Longleaf.Server.Protocol;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Compatible.Chat;

/// <summary><c>/chat/completions</c> (contract 2).</summary>
internal sealed partial class ChatEndpoints(
    ModelCatalog models,
    ChatPreparation preparation,
    IReader reader,
    IUsageLog usage,
    IOptions<ServerOptions> options,
    TimeProvider time,
    ILogger<ChatEndpoints> logger)
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/chat/completions", (HttpContext http, ChatEndpoints chat) => chat.CompleteAsync(http));

    /// <summary>1. The body; 2. the model; 3. the documents; 4. the answer; 5. the usage row, whatever became of the answer.</summary>
    private async Task<IResult> CompleteAsync(HttpContext http)
    {
        // 1.
        var body = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        if (body.Failed(out var bodyError, out var json))
        {
            return new ErrorResult(bodyError);
        }

        Outcome<ChatRequest> parsed;
        using (json)
        {
            parsed = ChatRequestParser.Parse(json.RootElement);
        }

        if (parsed.Failed(out var requestError, out var request))
        {
            return new ErrorResult(requestError);
        }

        // 2.
        if (models.Find(request.Model) is null)
        {
            return new ErrorResult(ApiErrors.ModelNotFound(request.Model));
        }

        // 3.
        var preparedOrError = await preparation.PrepareAsync(http.Principal(), request, http.RequestAborted);
        if (preparedOrError.Failed(out var prepareError, out var prepared))
        {
            return new ErrorResult(prepareError);
        }

        using (prepared)
        {
            // 4. and 5.
            return await AnswerAsync(http, request, prepared);
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, ChatRequest request, PreparedChat prepared)
    {
        var run = new AnswerRun(reader, request, prepared);
        var identity = new ChatIdentity($"chatcmpl-{RequestId.Of(http)}", request.Model, time.GetUtcNow().ToUnixTimeSeconds());
        var outcome = "error";
        try
        {
            if (!request.Stream)
            {
                var whole = await WholeAsync(http, prepared, run, identity);
                outcome = FinishReasonNames.Of(run.FinishReason);
                return whole;
            }

            if (await StreamAsync(http, request, prepared, run, identity))
            {
                outcome = FinishReasonNames.Of(run.FinishReason);
            }

            return Results.Empty;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            await SettleAsync(http, request, prepared, run, outcome);
        }
    }

    private async Task<IResult> WholeAsync(HttpContext http, PreparedChat prepared, AnswerRun run, ChatIdentity identity)
    {
        using var deadline = new CancellationTokenSource(options.Value.AnswerTimeout, time);
        await foreach (var _ in run.PiecesAsync(deadline.Token, http.RequestAborted))
        {
            // The run keeps the text.
        }

        return JsonAnswer.Of(
            new ChatCompletionBody(
                [new ChatChoiceBody(new ChatMessageBody("assistant", run.Text), FinishReasonNames.Of(run.FinishReason), 0, null)],
                "chat.completion",
                UsageBody.Of(prepared.PromptTokens, run.CompletionTokens),
                identity.Created,
                null,
                identity.Model,
                identity.Id),
            ProtocolJson.Wire.ChatCompletionBody);
    }

    // Whether the answer went out whole.
    private async Task<bool> StreamAsync(HttpContext http, ChatRequest request, PreparedChat prepared, AnswerRun run, ChatIdentity identity)
    {
        var writer = new ChatStreamWriter(http.Response, identity);

        // Kestrel's own limit is a rate over the whole answer: a client that has taken much at first could stand still for hours.
        await using var stalled = time.CreateTimer(_ => http.Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            await foreach (var piece in run.PiecesAsync(CancellationToken.None, http.RequestAborted))
            {
                stalled.Change(options.Value.StalledClientTimeout, Timeout.InfiniteTimeSpan);
                await writer.TextAsync(piece, http.RequestAborted);
                stalled.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            stalled.Change(options.Value.StalledClientTimeout, Timeout.InfiniteTimeSpan);

            await writer.EndAsync(
                run.FinishReason,
                request.IncludeUsage ? UsageBody.Of(prepared.PromptTokens, run.CompletionTokens) : null,
                http.RequestAborted);
            return true;
        }
#pragma warning disable CA1031 // A stream that has begun can only end in an error frame, whatever went wrong.
        catch (Exception exception) when (writer.Started && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, RequestId.Of(http), exception);
            await writer.ErrorAsync(ApiErrors.Internal, http.RequestAborted);
            return false;
        }
    }

    // What was done is settled even when the client is gone, hence no token of the request's.
    private async Task SettleAsync(HttpContext http, ChatRequest request, PreparedChat prepared, AnswerRun run, string outcome)
    {
        var principal = http.Principal();
        var row = new UsageRow
        {
            RequestId = RequestId.Of(http),
            AccountId = principal.AccountId,
            KeyId = principal.KeyId,
            Model = request.Model,
            PromptTokens = prepared.PromptTokens,
            CompletionTokens = run.CompletionTokens,
            Outcome = outcome,
            SettledAt = time.GetUtcNow(),
        };
        try
        {
            await usage.AppendAsync(row, CancellationToken.None);
        }
        catch (Exception exception) when (http.Response.HasStarted && DiskFull.Is(exception))
        {
            // The answer is out: nothing is left to refuse.
            Log.NotSettled(logger, row.RequestId, row.PromptTokens, row.CompletionTokens);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Error, "A streamed answer broke off (request {RequestId}).")]
        public static partial void Failed(ILogger logger, Guid requestId, Exception exception);

        [LoggerMessage(1102, LogLevel.Error,
            "The disk is full: the usage of request {RequestId} ({PromptTokens} tokens in, {CompletionTokens} out) is not recorded.")]
        public static partial void NotSettled(ILogger logger, Guid requestId, long promptTokens, long completionTokens);
    }
}
