using Longleaf.Server.Conversations;

namespace Longleaf.Server.Tests.Conversations;

public sealed class MessagePlanTests
{
    [Fact]
    public void The_first_system_message_is_the_role_and_later_ones_are_documents()
    {
        var plan = Plan((ChatRole.System, "You are terse."), (ChatRole.System, "The moon is round."), (ChatRole.User, "What is the moon?"));

        Assert.Equal("You are terse.", plan.Role);
        Assert.Equal("The moon is round.", Assert.IsType<DocumentReference.Given>(Assert.Single(plan.Documents)).Text);
    }

    [Fact]
    public void A_first_message_of_references_is_no_role()
    {
        var plan = Plan((ChatRole.System, " fileid://a , fileid://b"), (ChatRole.User, "?"));

        Assert.Null(plan.Role);
        Assert.Equal(["a", "b"], Ids(plan));
    }

    [Fact]
    public void References_keep_their_order_and_count_once_wherever_they_stand()
    {
        var plan = Plan(
            (ChatRole.System, "role"), (ChatRole.System, "fileid://b,fileid://a"), (ChatRole.User, "one"), (ChatRole.Assistant, "two"),
            (ChatRole.System, "fileid://a"), (ChatRole.System, "fileid://c"), (ChatRole.User, "three"));

        Assert.Equal(["b", "a", "c"], Ids(plan));
        Assert.Equal(["one", "two", "three"], plan.Turns.Select(turn => turn.Text));
    }

    [Fact]
    public void Consecutive_user_messages_are_one_turn()
    {
        var plan = Plan((ChatRole.User, "one"), (ChatRole.User, "two"));

        Assert.Equal("one\ntwo", Assert.Single(plan.Turns).Text);
    }

    [Fact]
    public void User_messages_around_a_system_message_are_two_turns()
    {
        var plan = Plan((ChatRole.User, "one"), (ChatRole.System, "The moon is round."), (ChatRole.User, "two"), (ChatRole.User, "three"));

        Assert.Equal(["one", "two\nthree"], plan.Turns.Select(turn => turn.Text));
        Assert.Equal([0, null, 1, 1], plan.CountedTexts.Select(text => text.UserTurn));
    }

    [Fact]
    public void A_turn_of_thousands_of_messages_is_joined_once()
    {
        var message = new ChatMessage(ChatRole.User, new string('x', 1_600));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var plan = MessagePlan.Of([.. Enumerable.Repeat(message, 10_000)]).Value!;

        Assert.Equal((1_601 * 10_000) - 1, Assert.Single(plan.Turns).Text.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Theory]
    [InlineData("fileid://a,b", "Invalid file [id:b].")]
    [InlineData("fileid://a\nfileid://b", "Invalid file [id:a\nfileid://b].")]
    [InlineData("fileid://", "Invalid file [id:].")]
    public void What_is_no_reference_is_refused_by_its_text(string list, string message)
    {
        Assert.Equal(message, MessagePlan.Of([new(ChatRole.System, list), new(ChatRole.User, "?")]).Error?.Message);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_request_names_at_most_100_files(int files, bool allowed)
    {
        var list = string.Join(",", Enumerable.Range(0, files).Select(number => $"fileid://{number}"));
        var outcome = MessagePlan.Of([new(ChatRole.System, list), new(ChatRole.User, "?")]);
        Assert.Equal(allowed ? null : "Too many files provided.", outcome.Error?.Message);
    }

    [Fact]
    public void A_conversation_without_a_user_is_refused() => Assert.Equal(
        "The input messages do not contain elements with the role of user.", MessagePlan.Of([new(ChatRole.System, "role")]).Error?.Message);

    private static MessagePlan Plan(params (ChatRole Role, string Text)[] messages)
    {
        var outcome = MessagePlan.Of([.. messages.Select(message => new ChatMessage(message.Role, message.Text))]);
        return Assert.IsType<MessagePlan>(outcome.Value);
    }

    private static IEnumerable<string> Ids(MessagePlan plan) => plan.Documents.OfType<DocumentReference.File>().Select(file => file.Id);
}
