using System.Diagnostics;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Tests.Conversations;

public sealed class PromptTokensTests
{
    private const string TurnTooLong = "Range of input length should be [1, 9000]";

    // Of " a" each is one token.
    [Theory]
    [InlineData(2, 9_000, null)]
    [InlineData(2, 9_001, TurnTooLong)]
    [InlineData(1, 9_001, null)]
    public void A_user_turn_is_limited_beside_documents(int systemMessages, int tokens, string? error) => Assert.Equal(
        error, Count([.. Systems(systemMessages), User(tokens)]).Error?.Message);

    [Fact]
    public void Consecutive_user_messages_are_summed_and_turns_are_not()
    {
        Assert.Equal(TurnTooLong, Count([.. Systems(2), User(5_000), User(4_001)]).Error?.Message);
        Assert.Null(Count([.. Systems(2), User(5_000), new ChatMessage(ChatRole.Assistant, "Yes."), User(5_000)]).Error);
    }

    [Fact]
    public void Documents_given_as_text_are_limited_in_all()
    {
        var error = Count([.. Systems(1), Text(600_000), Text(400_001), User(1)]).Error;
        Assert.StartsWith("Documents passed as plain text may have 1000000 tokens in all", error?.Message, StringComparison.Ordinal);
        Assert.Null(Count([.. Systems(1), Text(600_000), Text(400_000), User(1)]).Error);
    }

    [Fact]
    public void Each_message_costs_its_text_and_four_and_the_request_three() =>
        Assert.Equal(1 + 20 + 30 + (3 * 4) + 3, Count([.. Systems(1), Text(20), User(30)]).Value?.Total);

    [Fact]
    public void A_turn_far_past_the_limit_is_refused_without_being_counted()
    {
        _ = Count([User(1)]);
        var clock = Stopwatch.StartNew();
        var error = Count([.. Systems(2), new ChatMessage(ChatRole.User, new string('q', 15_000_000))]).Error;

        // Counting it takes seconds.
        Assert.Equal(TurnTooLong, error?.Message);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static Outcome<PromptTokens> Count(IReadOnlyList<ChatMessage> messages)
    {
        var plan = Assert.IsType<MessagePlan>(MessagePlan.Of(messages).Value);
        return PromptTokens.Of(plan, messages.Count);
    }

    private static IEnumerable<ChatMessage> Systems(int count) => Enumerable.Repeat(new ChatMessage(ChatRole.System, " a"), count);

    private static ChatMessage Text(int tokens) => new(ChatRole.System, Words(tokens));

    private static ChatMessage User(int tokens) => new(ChatRole.User, Words(tokens));

    private static string Words(int tokens) => string.Concat(Enumerable.Repeat(" a", tokens));
}
