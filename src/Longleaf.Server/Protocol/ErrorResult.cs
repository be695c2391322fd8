using System.Globalization;

namespace Longleaf.Server.Protocol;

/// <summary>Answers a request with an error in the contract's envelope.</summary>
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

        await response.WriteAsJsonAsync(
            ErrorBody.Of(Error, RequestId.Of(httpContext)), ProtocolJson.Wire.ErrorBody, "application/json", httpContext.RequestAborted);
    }
}
