using System.Globalization;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Longleaf.Platform.Usage;
using Longleaf.Server.Compatible.Models;
using Longleaf.Server.Hosting;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Conversations;

/// <summary>From a request to its answer on the wire, whichever protocol it came by.</summary>
/// <remarks>1. The model; 2. the documents; 3. the answer; 4. the usage row, whatever became of the answer.</remarks>
internal sealed partial class ChatAnswering(
    ModelCatalog models,
    ChatPreparation preparation,
    AnswerSource source,
    IUsageLog usage,
    IOptions<ServerOptions> options,
    TimeProvider time,
    ILogger<ChatAnswering> logger)
{
    public Task<IResult> AnswerAsync(HttpContext http, ChatRequest request, IAnswerWire wire) =>
        request.Stream ? StreamAsync(http, request, wire) : WholeAsync(http, request, wire);

    private async Task<IResult> WholeAsync(HttpContext http, ChatRequest request, IAnswerWire wire)
    {
        // 1 and 2.
        using var deadline = new CancellationTokenSource(options.Value.AnswerTimeout, time);
        var preparedOrError = await PrepareInTimeAsync(http, request, deadline.Token);
        if (preparedOrError.Failed(out var error, out var prepared))
        {
            return new ErrorResult(error);
        }

        using (prepared)
        {
            // 3 and 4.
            if ((await source.OpenAsync(request, prepared, http.RequestAborted)).Failed(out var noAnswer, out var answer))
            {
                return new ErrorResult(noAnswer);
            }

            var run = new AnswerRun(answer, request);
            await SettledAsync(http, request, prepared, run, async () =>
            {
                await foreach (var _ in run.PiecesAsync(deadline.Token, http.RequestAborted))
                {
                    // The run keeps the text.
                }
            });
            return wire.Whole(FinishedAnswer.Of(run, prepared));
        }
    }

    // Waiting for files ends with the time of an answer: it is then as if nobody had waited.
    private async Task<Outcome<PreparedChat>> PrepareInTimeAsync(HttpContext http, ChatRequest request, CancellationToken deadline)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, deadline);
        try
        {
            return await PrepareAsync(http, request, _ => Task.CompletedTask, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return ApiErrors.ParsingInProgress;
        }
    }

    private async Task<IResult> StreamAsync(HttpContext http, ChatRequest request, IAnswerWire wire)
    {
        await using var stream = new LiveStream(wire.Open(http.Response), http, options.Value, time);
        try
        {
            // 1 and 2.
            var preparedOrError = await PrepareAsync(http, request, file => stream.CommentAsync(ProgressOf(file)), http.RequestAborted);
            if (preparedOrError.Failed(out var error, out var prepared))
            {
                await stream.FailAsync(error);
                return Results.Empty;
            }

            using (prepared)
            {
                // 3 and 4.
                if ((await source.OpenAsync(request, prepared, http.RequestAborted)).Failed(out var noAnswer, out var answer))
                {
                    await stream.FailAsync(noAnswer);
                    return Results.Empty;
                }

                stream.Begin(prepared.PromptTokens);
                var run = new AnswerRun(answer, request);
                await SettledAsync(http, request, prepared, run, () => SendAsync(http, stream, prepared, run));
            }
        }
#pragma warning disable CA1031 // A stream that has begun can only end in an error frame, whatever went wrong.
        catch (Exception exception) when (stream.Started && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, RequestId.Of(http), exception);
            await stream.FailAsync(ApiErrors.Internal);
        }

        return Results.Empty;
    }

    private static async Task SendAsync(HttpContext http, LiveStream stream, PreparedChat prepared, AnswerRun run)
    {
        await foreach (var piece in run.PiecesAsync(CancellationToken.None, http.RequestAborted))
        {
            await stream.TextAsync(piece);
        }

        await stream.EndAsync(FinishedAnswer.Of(run, prepared));
    }

    private async Task<Outcome<PreparedChat>> PrepareAsync(
        HttpContext http, ChatRequest request, Func<StoredFile, Task> waiting, CancellationToken cancellationToken) =>
        models.Find(request.Model) is null
            ? ApiErrors.ModelNotFound(request.Model)
            : await preparation.PrepareAsync(http.Principal(), request, waiting, cancellationToken);

    // Without the file's name, which is anybody's text.
    private static string ProgressOf(StoredFile file) => file.Progress is { Total: > 0 } progress
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Id}: {progress.Stage} {progress.Done}/{progress.Total} {progress.Unit}")
        : $"{file.Id}: waiting to be parsed";

    private async Task SettledAsync(HttpContext http, ChatRequest request, PreparedChat prepared, AnswerRun run, Func<Task> answer)
    {
        var outcome = "error";
        try
        {
            await answer();
            outcome = FinishReasonNames.Of(run.FinishReason);
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
