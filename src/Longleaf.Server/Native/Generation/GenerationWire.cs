using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Extensions;

namespace Longleaf.Server.Native.Generation;

/// <summary>Puts an answer on the wire as DashScope does (contract 4.1).</summary>
internal sealed class GenerationWire(GenerationRequest request, Guid requestId) : IAnswerWire
{
    // What stands for the reason while there is none: a word, not JSON's null.
    private const string NoReason = "null";

    public bool IsIncremental => request.IsIncremental;

    public IResult Whole(FinishedAnswer answer) => JsonAnswer.Of(Last(answer.Text, answer), ProtocolJson.Wire.GenerationBody);

    public IAnswerStream Open(HttpResponse response) => new GenerationStream(response, this);

    /// <summary>The last event: what is not out yet, or all of it.</summary>
    public GenerationBody Last(string text, FinishedAnswer answer) =>
        Body(text, answer.FinishReason, answer.PromptTokens, answer.CompletionTokens) with { Longleaf = LongleafBody.Of(request.Chat.Reading, answer) };

    /// <summary>An answer as far as it has come.</summary>
    public GenerationBody Body(string text, FinishReason? reason, long promptTokens, long completionTokens)
    {
        var word = reason is { } ended ? FinishReasonNames.Of(ended) : NoReason;
        var output = request.IsText
            ? new GenerationOutputBody { FinishReason = word, Text = text }
            : new GenerationOutputBody { Choices = [new GenerationChoiceBody(new GenerationMessageBody(text, "assistant"), word)] };
        var usage = new GenerationUsageBody(promptTokens + completionTokens, promptTokens, completionTokens);
        return new GenerationBody(output, usage, requestId.ToString());
    }
}
