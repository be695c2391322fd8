using System.Globalization;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>Answers a request with an error in the contract's envelope for the request's protocol.</summary>
internal sealed class ErrorResult(ApiError error) : IResult
{
    public ApiError Error { get; } = error;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Error.Status;
        if (Error.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var requestId = RequestId.Of(httpContext);
        await (httpContext.Protocol() == WireProtocol.Native
            ? response.WriteAsJsonAsync(NativeErrorBody.Of(Error, requestId), ProtocolJson.Wire.NativeErrorBody, JsonAnswer.ContentType, httpContext.RequestAborted)
            : response.WriteAsJsonAsync(ErrorBody.Of(Error, requestId), ProtocolJson.Wire.ErrorBody, JsonAnswer.ContentType, httpContext.RequestAborted));
    }
}
