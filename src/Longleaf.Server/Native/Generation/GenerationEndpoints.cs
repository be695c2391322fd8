using Longleaf.Server.Conversations;
using Longleaf.Server.Description;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Generation;

/// <summary><c>/services/aigc/text-generation/generation</c> (contract 4.1).</summary>
internal sealed class GenerationEndpoints(ChatAnswering answering)
{
    private const string Enabled = "enable";

    public static void Map(IEndpointRouteBuilder group) => group.MapPost(
        "/services/aigc/text-generation/generation", (HttpContext http, GenerationEndpoints generation) => generation.GenerateAsync(http))
        .Describe(
            "DashScope-native",
            "Ask about documents",
            "As chat completions, in DashScope's words. A stream is of events `result`, each with all of the text so far or, with `incremental_output`, what is new alone; an error is status 200 and an event `error`.")
        .Header("X-DashScope-SSE", "`enable` for a stream; `Accept: text/event-stream` does it too.", "enable")
        .Takes<GenerationRequestBody>()
        .AnswersNatively<GenerationBody>(400, 403, 404, 503);

    private async Task<IResult> GenerateAsync(HttpContext http)
    {
        if (IsEnabled(http.Request, "X-DashScope-Async"))
        {
            return new ErrorResult(ApiErrors.AsynchronousNotSupported);
        }

        var stream = IsEnabled(http.Request, "X-DashScope-SSE") || Accepts(http.Request, "text/event-stream");
        var parsed = await JsonBody.ReadAsync(http.Request, root => GenerationRequest.Parse(root, stream), http.RequestAborted);
        if (parsed.Failed(out var error, out var request))
        {
            return stream ? new ErrorEventResult(error) : new ErrorResult(error);
        }

        return await answering.AnswerAsync(http, request.Chat, new GenerationWire(request, RequestId.Of(http)));
    }

    private static bool IsEnabled(HttpRequest request, string header) =>
        request.Headers[header].ToString().Trim().Equals(Enabled, StringComparison.OrdinalIgnoreCase);

    // A client that takes anything (*/*) did not ask for events.
    private static bool Accepts(HttpRequest request, string mediaType) =>
        request.Headers.Accept.Any(value => value?.Contains(mediaType, StringComparison.OrdinalIgnoreCase) == true);
}
