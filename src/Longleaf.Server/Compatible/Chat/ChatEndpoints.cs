using Longleaf.Server.Conversations;
using Longleaf.Server.Description;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Compatible.Chat;

/// <summary><c>/chat/completions</c> (contract 2).</summary>
internal sealed class ChatEndpoints(ChatAnswering answering, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/chat/completions", (HttpContext http, ChatEndpoints chat) => chat.CompleteAsync(http))
            .Describe(
                "Chat",
                "Ask about documents",
                "Documents are named in system messages, or as file parts of user messages. A stream is `text/event-stream`: chunks, then `[DONE]`; comments keep it alive while a long reading goes on.")
            .Takes<CompletionRequestBody>()
            .Answers<ChatCompletionBody>(400, 404, 503);

    private async Task<IResult> CompleteAsync(HttpContext http)
    {
        var parsed = await JsonBody.ReadAsync(http.Request, CompletionRequest.Parse, http.RequestAborted);
        if (parsed.Failed(out var error, out var request))
        {
            return new ErrorResult(error);
        }

        var created = time.GetUtcNow().ToUnixTimeSeconds();
        return await answering.AnswerAsync(http, request.Chat, new CompletionWire(request, $"chatcmpl-{RequestId.Of(http)}", created));
    }
}
