using Longleaf.Platform.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>The last border: what no endpoint expected becomes a plain error for the client and a log entry for the operator.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> logger, IHostApplicationLifetime lifetime) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer; 499 is what proxies log for it.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var error = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ApiErrors.BodyTooLarge,
            BadHttpRequestException => ApiErrors.BodyInvalid,
            OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested => ApiErrors.ShuttingDown,
            _ when DiskFull.Is(exception) => ApiErrors.StorageFull,
            _ => ApiErrors.Internal,
        };
        if (error == ApiErrors.StorageFull)
        {
            Log.DiskFull(logger, httpContext.Request.Method, Endpoint(httpContext), RequestId.Of(httpContext));
        }

        if (error == ApiErrors.Internal)
        {
            Log.Unexpected(logger, httpContext.Request.Method, Endpoint(httpContext), RequestId.Of(httpContext), exception);
        }

        await new ErrorResult(error).ExecuteAsync(httpContext);
        return true;
    }

    // The request itself no longer knows its endpoint here.
    private static string? Endpoint(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "{Method} {Endpoint} failed unexpectedly (request {RequestId}).")]
        public static partial void Unexpected(ILogger logger, string method, string? endpoint, Guid requestId, Exception exception);

        [LoggerMessage(1002, LogLevel.Error, "{Method} {Endpoint} was refused because the disk is full (request {RequestId}).")]
        public static partial void DiskFull(ILogger logger, string method, string? endpoint, Guid requestId);
    }
}
