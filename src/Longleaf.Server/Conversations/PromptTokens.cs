using Longleaf.Reading.Text;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>The tokens of a request's messages, each text counted once and no further than the limit it passes (contract, limits in one request).</summary>
internal sealed class PromptTokens
{
    /// <summary>The most tokens of a request, its files' included.</summary>
    public const int Max = 10_000_000;

    private const int MaxOfUserTurn = 9_000;
    private const int MaxOfDocuments = 1_000_000;
    private const int PerMessage = 4;
    private const int PerRequest = 3;

    private readonly bool _limitsTurns;
    private int _ofDocuments;
    private int _ofTurn;
    private int? _turn;

    private PromptTokens(MessagePlan plan, int messages)
    {
        _limitsTurns = plan.SystemMessages >= 2;
        Total = ((long)PerMessage * messages) + PerRequest;
    }

    /// <summary>The tokens of all texts that are counted as they stand, and what the messages and the request cost besides.</summary>
    public long Total { get; private set; }

    /// <summary>Counts what the messages say; the error of the first limit that is passed.</summary>
    public static Outcome<PromptTokens> Of(MessagePlan plan, int messages)
    {
        var tokens = new PromptTokens(plan, messages);
        foreach (var text in plan.CountedTexts)
        {
            var error = text switch
            {
                { UserTurn: { } turn } => tokens.AddToTurn(turn, text.Text),
                { IsDocument: true } => tokens.Add(text.Text, MaxOfDocuments, ref tokens._ofDocuments) ? null : ApiErrors.DocumentTextTooLong,
                _ => tokens.Add(text.Text) ? null : ApiErrors.TooManyTokens,
            };
            if (error is not null)
            {
                return error;
            }
        }

        return tokens;
    }

    private ApiError? AddToTurn(int turn, string text)
    {
        if (!_limitsTurns)
        {
            return Add(text) ? null : ApiErrors.TooManyTokens;
        }

        if (turn != _turn)
        {
            (_turn, _ofTurn) = (turn, 0);
        }

        return Add(text, MaxOfUserTurn, ref _ofTurn) ? null : ApiErrors.UserTurnTooLong;
    }

    private bool Add(string text)
    {
        var none = 0;
        return Add(text, Max, ref none);
    }

    private bool Add(string text, int max, ref int sum)
    {
        var tokens = TokenCounter.Shared.Count(text, max - sum);
        sum += tokens;
        Total += tokens;
        return sum <= max;
    }
}
