using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Generation;

/// <summary>Answers a request for events with an error: status 200 and one event (contract 3.1).</summary>
internal sealed class ErrorEventResult(ApiError error) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        new GenerationEvents(httpContext.Response).ErrorAsync(error, httpContext.RequestAborted);
}
