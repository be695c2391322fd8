namespace Longleaf.Reading.Tests.Extractive;

public sealed class EmbeddedReaderTests
{
    private static readonly ReadableDocument[] Both = [Manuals.Seven, Manuals.Nine];

    [Theory]
    [InlineData("How loud is the 900 when it spins?", "**72 dB(A)** at 1,400 rpm. (AquaLine 900.pdf, p. 12)")]
    [InlineData("What is the capacity of the AquaLine 700?", "**7 kg**. (AquaLine 700.pdf, p. 8)")]
    [InlineData("How much water does the second document's machine use per cycle?", "**49 l**. (AquaLine 900.pdf, p. 12)")]
    [InlineData("How long does the delicate programme of the 900 take?", "**41 minutes**. (AquaLine 900.pdf, p. 11)")]
    public async Task A_fact_is_answered_from_the_right_cell_of_the_right_document(string question, string answer) =>
        Assert.Equal(answer, (await Asking.AskAsync(Both, question)).Text);

    [Fact]
    public async Task A_question_to_each_document_is_answered_for_each()
    {
        var answer = await Asking.AskAsync(Both, "Which of them has a delicate programme, and how long does it take?");

        Assert.Contains("AquaLine 700: **48 minutes**", answer.Text, StringComparison.Ordinal);
        Assert.Contains("AquaLine 900: **41 minutes**", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(AquaLine 700.pdf, p. 9)", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(AquaLine 900.pdf, p. 11)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_that_similar_documents_give_differently_is_told_of_both()
    {
        var answer = await Asking.AskAsync(Both, "How loud is it?");

        Assert.Contains("68 dB(A)", answer.Text, StringComparison.Ordinal);
        Assert.Contains("72 dB(A)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_document_does_not_say_is_not_answered_from_another()
    {
        var answer = await Asking.AskAsync(Both, "Does the 700 have Wi-Fi?");

        Assert.StartsWith("**The documents do not say.** The nearest: “", answer.Text, StringComparison.Ordinal);
        Assert.Contains("AquaLine 900.pdf", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of the kind is said of AquaLine 700.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the capital of France?")]
    [InlineData("Who won the world cup in 1998?")]
    [InlineData("Why do cats purr at night?")]
    public async Task What_is_nowhere_near_is_not_in_the_documents(string question) =>
        Assert.Equal("**Not in these documents.**", (await Asking.AskAsync(Both, question)).Text);

    [Theory]
    [InlineData("法国的首都是哪里？")]
    [InlineData("谁发明了电灯泡？")]
    public async Task What_is_nowhere_near_is_not_in_the_documents_in_Chinese(string question) =>
        Assert.Equal("**这些文档中没有相关内容。**", (await Asking.AskAsync([Manuals.Contract], question)).Text);

    [Fact]
    public async Task Steps_are_answered_as_the_list_they_are()
    {
        var answer = await Asking.AskAsync(Both, "How do I clean the filter of the 900?");

        Assert.Equal(
            """
            Clean the filter once a month: (AquaLine 900.pdf, p. 16)
            1. Switch the machine off and pull the plug.
            2. Open the flap at the bottom right.
            3. Unscrew the filter and rinse it under warm water.
            4. Screw it back in until it clicks.
            """.ReplaceLineEndings("\n"),
            answer.Text);
    }

    [Fact]
    public async Task A_condition_stays_with_its_sentence()
    {
        var answer = await Asking.AskAsync([Manuals.Seven], "When is the warranty void?");

        Assert.StartsWith("The warranty is void if the machine is opened by anyone but an authorised service.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("违约金是多少？", "**合同总额的 5%**", "第八条")]
    [InlineData("质保期多长？", "**24 个月**", "第五条")]
    [InlineData("合同什么时候签订的？", "**2024年3月15日**", "合同.docx")]
    [InlineData("甲方联系人是谁？", "**李明华**", "第九条")]
    [InlineData("联系电话是多少？", "**010-8456 7788**", "第九条")]
    [InlineData("合同总额是多少？", "540,000 元", "第二条")]
    [InlineData("交货期限是多久？", "45 日内", "第三条")]
    [InlineData("What is the penalty?", "**合同总额的 5%**", "第八条")]
    public async Task A_Chinese_contract_answers_with_value_condition_and_clause(string question, string value, string place)
    {
        var answer = await Asking.AskAsync([Manuals.Contract], question);

        Assert.Contains(value, answer.Text, StringComparison.Ordinal);
        Assert.Contains(place, answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
    }

    [Fact]
    public async Task A_follow_up_in_another_language_is_about_the_same_contract()
    {
        var first = await Asking.AskAsync([Manuals.Contract], "违约金是多少？");
        var answer = await Asking.AskAsync([Manuals.Contract], "Who may terminate early?", null, new Turn(TurnAuthor.User, "违约金是多少？"), new Turn(TurnAuthor.Assistant, first.Text));

        Assert.Contains("甲方有权提前三十日书面通知乙方终止本合同", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(合同.docx, § 第七条", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_that_names_another_document_asks_the_same_of_it()
    {
        var answer = await Asking.AskAsync(Both, "And of the 900?", null, new Turn(TurnAuthor.User, "How long is the warranty of the 700?"), new Turn(TurnAuthor.Assistant, "**two years** (AquaLine 700.pdf, p. 14)"));

        Assert.Contains("five years", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("two years", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "Hello.")]
    [InlineData("你好！", "您好。")]
    [InlineData("Thank you!", "Hello.")]
    public async Task A_greeting_is_told_what_can_be_asked(string greeting, string start) =>
        Assert.StartsWith(start, (await Asking.AskAsync(Both, greeting)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Without_documents_it_says_so()
    {
        Assert.StartsWith("There are no documents", (await Asking.AskAsync([], "What is the capacity?")).Text, StringComparison.Ordinal);
        Assert.StartsWith("这次对话中没有文档", (await Asking.AskAsync([], "容量是多少？")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_can_demand_a_language()
    {
        var answer = await Asking.AskAsync(Both, "What is the capital of France?", "You are an assistant. Always answer in Chinese.");

        Assert.Equal("**这些文档中没有相关内容。**", answer.Text);
    }

    [Fact]
    public async Task Cancellation_stops_the_answer()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var conversation = new Conversation { Documents = Both, Turns = [new Turn(TurnAuthor.User, "How loud is the 900?")] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var said in new Longleaf.Reading.Extractive.EmbeddedReader().AnswerAsync(conversation, cancelled.Token))
            {
                Assert.Fail($"{said}");
            }
        });
    }
}
