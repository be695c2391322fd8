namespace Longleaf.Reading.Tests.Extractive;

public sealed class CarefulAnswerTests
{
    private static readonly ReadableDocument Ferry = MarkdownBlocks.Document("ferry.txt", """
        The ferry to Tiree leaves Oban at 7:15 every morning.

        It takes four hours.
        """);

    private static readonly ReadableDocument Paper = MarkdownBlocks.Document("paper_v2__final.pdf", """
        # Drying seaweed with waste heat

        Mairi Campbell∗, Jon Olsen†, Li Wei Chen∗

        University of Oban∗ {mairi,li}@oban.example

        ## Abstract

        We present a dryer for seaweed that runs on the waste heat of a ferry. It saves two thirds of the fuel that a kiln burns.

        ## 1. Machine

        The dryer may hold from 64 to 528 trays of steel. If (i = 0) then trays[3] is empty.

        Clean up.

        Open the hatch and brush the trays. Wash the floor with fresh water.
        """);

    private static readonly ReadableDocument Story = MarkdownBlocks.Document("story.txt", """
        The wind blew all night, and Morag sat by the fire and thought of the sea.

        Old Donald, the keeper of the lighthouse, rowed out before dawn. The people said that Morag could sing, and that Morag would not.
        """);

    private static readonly ReadableDocument Contract = MarkdownBlocks.Document("合同.txt", """
        第一条 验收时间为每个工作日上午9:30至下午5:00。

        第二条 交货地点为杭州市西湖区文三路 12 号。
        """);

    [Fact]
    public async Task A_clock_time_is_one_span() =>
        Assert.Equal("The ferry to Tiree leaves Oban at **7:15** every morning. (ferry.txt)", (await Asking.AskAsync([Ferry], "When does the ferry to Tiree leave?")).Text);

    [Fact]
    public async Task A_date_with_its_weekday_is_one_span()
    {
        var notice = MarkdownBlocks.Document("notice.txt", "The harbour festival takes place on Thursday, 26 September 2002 at the old pier.");

        Assert.Contains("**Thursday, 26 September 2002**", (await Asking.AskAsync([notice], "When does the harbour festival take place?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_byline_names_the_authors() =>
        Assert.Equal("**Mairi Campbell, Jon Olsen, Li Wei Chen**. (paper_v2__final.pdf)", (await Asking.AskAsync([Paper], "Who are the authors?")).Text);

    [Fact]
    public async Task An_author_who_is_not_named_is_not_said() =>
        Assert.StartsWith("**The documents do not say.**", (await Asking.AskAsync([Ferry], "Who is the author?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_range_is_one_span_and_a_number_of_code_counts_nothing() =>
        Assert.Contains("**from 64 to 528", (await Asking.AskAsync([Paper], "How many trays does the dryer hold?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Bylines_and_addresses_are_no_part_of_a_summary()
    {
        var answer = await Asking.AskAsync([Paper], "Summarise the document.");

        Assert.DoesNotContain("Campbell", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("University", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_somebody_is_is_told_by_an_apposition() =>
        Assert.Contains("Donald, the keeper of the lighthouse", (await Asking.AskAsync([Story], "Who is Donald?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Where_no_sentence_says_who_somebody_is_the_answer_says_so() =>
        Assert.StartsWith("**The documents do not say outright.**", (await Asking.AskAsync([Story], "Who is Morag?")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("什么时候验收？", "**上午9:30至下午5:00**")]
    [InlineData("交货地点在哪里？", "**杭州市西湖区文三路 12 号**")]
    public async Task Chinese_times_and_places_are_whole(string question, string value) =>
        Assert.Contains(value, (await Asking.AskAsync([Contract], question)).Text, StringComparison.Ordinal);
}
