using System.Text.Json;
using Longleaf.Reading.Text;
using Longleaf.Server.Compatible.Models;
using Longleaf.Server.Conversations;
using Longleaf.Server.Description;
using Longleaf.Server.Native.Generation;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Tokens;

/// <summary><c>/tokenizer</c>: the tokens that a text is billed as (contract 4.3).</summary>
internal static class TokenizerEndpoints
{
    // As much as a request may have beside files: what is more is no text to look at tokens of.
    private const int MaxTokens = 1_000_000;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/tokenizer", (HttpContext http, ModelCatalog models) => TokenizeAsync(http, models))
            .Describe("DashScope-native", "Count tokens", "The tokens of a text as it is billed, up to 1,000,000.")
            .Takes<GenerationRequestBody>()
            .AnswersNatively<TokenizerAnswer>(400, 404);

    private static async Task<IResult> TokenizeAsync(HttpContext http, ModelCatalog models)
    {
        var parsed = await JsonBody.ReadAsync(http.Request, root => TextOf(root, models), http.RequestAborted);
        if (parsed.Failed(out var error, out var text))
        {
            return new ErrorResult(error);
        }

        if (TokenCounter.Shared.Count(text, MaxTokens) > MaxTokens)
        {
            return new ErrorResult(ApiErrors.Range("input length", 1, MaxTokens));
        }

        var tokens = TokenCounter.Shared.Encode(text);
        return JsonAnswer.Of(
            new TokenizerAnswer(
                new TokenizerOutputBody([.. tokens.Select(token => token.Id)], [.. tokens.Select(token => token.Text)]),
                new TokenizerUsageBody(tokens.Count),
                RequestId.Of(http).ToString()),
            ProtocolJson.Wire.TokenizerAnswer);
    }

    private static Outcome<string> TextOf(JsonElement root, ModelCatalog models)
    {
        if (ChatRequest.ModelOf(root).Failed(out var modelError, out var model))
        {
            return modelError;
        }

        if (models.Find(model) is null)
        {
            return ApiErrors.ModelNotFound(model);
        }

        if (JsonBody.Get(root, "input") is not { ValueKind: JsonValueKind.Object } input)
        {
            return ApiErrors.InputMissing;
        }

        return GenerationRequest.MessagesOf(input).Failed(out var error, out var messages)
            ? error
            : string.Join('\n', messages.Select(message => message.Text));
    }
}

/// <summary>The tokens of a text on the wire.</summary>
internal sealed record TokenizerAnswer(TokenizerOutputBody Output, TokenizerUsageBody Usage, string RequestId);

/// <summary>The tokens of a text, and each as text.</summary>
internal sealed record TokenizerOutputBody(IReadOnlyList<int> TokenIds, IReadOnlyList<string> Tokens);

/// <summary>How many they are.</summary>
internal sealed record TokenizerUsageBody(int InputTokens);
