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

    private static readonly ReadableDocument Purchase = MarkdownBlocks.Document("采购.txt", """
        第一条 付款

        签约后 5 个工作日内支付三成；验收合格后 20 个工作日内支付六成；余款在质保期满后付清。

        第二条 交货

        卖方应于 2026 年 5 月 20 日前将机器运抵厂区。

        第三条 质保

        机器自验收之日起质保 18 个月。质保期内，卖方应在 36 小时内到场。

        第四条 违约

        逾期交货的，每日按总额的 0.1% 支付违约金。
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

    [Fact]
    public async Task What_stands_under_the_title_of_an_article_is_about_it() =>
        Assert.Equal("卖方应于 **2026 年 5 月 20 日**前将机器运抵厂区。（采购.txt）", (await Asking.AskAsync([Purchase], "什么时候交货？")).Text);

    [Fact]
    public async Task What_happens_within_a_period_does_not_say_how_long_it_is() =>
        Assert.Contains("**18 个月**", (await Asking.AskAsync([Purchase], "质保期多长？")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_value_of_one_part_of_a_sentence_is_not_the_other_parts() =>
        Assert.Contains("**20 个工作日内**", (await Asking.AskAsync([Purchase], "验收后多久付款？")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Of_nine_of_twenty_it_is_nine()
    {
        var trial = MarkdownBlocks.Document("trial.txt", "The new kiln was the quickest on 9 of the 20 loads that we dried. It burned gas.");

        Assert.Contains("**9** of the 20 loads", (await Asking.AskAsync([trial], "On how many loads was the new kiln quickest?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_counts_what_is_asked_only_if_that_follows_it()
    {
        var manual = MarkdownBlocks.Document("manual.txt", """
            # Loom 4

            Rule 108: how the pedals of a loom are wired depends on the loom.

            The pedals of the loom, if 0, are idle. See also pedals, 12 loom, 14 wires, 20 frame, 31 loom wiring, 44 pedals of the loom, 51.

            A frame may have from 6 to 24 wooden foot pedals.
            """);

        Assert.Contains("**from 6 to 24**", (await Asking.AskAsync([manual], "How many pedals does a loom frame have?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_to_call_is_a_telephone_number()
    {
        var notice = MarkdownBlocks.Document("notice.txt", """
            Have your policy number at hand when you call the ferry office about a claim for lost luggage.

            For claims for lost luggage, call 0631-566-700 on working days.
            """);

        Assert.Equal("For claims for lost luggage, call **0631-566-700** on working days. (notice.txt)", (await Asking.AskAsync([notice], "Which number should I call for lost luggage?")).Text);
    }

    [Fact]
    public async Task Who_wrote_the_work_of_the_title_is_who_wrote_the_document() =>
        Assert.StartsWith("**Mairi Campbell, Jon Olsen, Li Wei Chen**.", (await Asking.AskAsync([Paper], "Who wrote Drying seaweed with waste heat?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Who_somebody_is_a_story_tells_where_the_name_comes_first()
    {
        var tale = MarkdownBlocks.Document("tale.txt", """
            I had heard of Mrs. Ardlui up the glen, as an old and silent lady who kept forty goats.

            "Good evening, Mrs. Ardlui," said the boy. Mrs. Ardlui laughed. "Ah," replied Mrs. Ardlui, "it is late."

            The boat Kittiwake lay at anchor. Nobody had told Mrs. Ardlui of the boat.
            """);

        Assert.StartsWith("I had heard of Mrs. Ardlui up the glen, as an old and silent lady", (await Asking.AskAsync([tale], "Who is Mrs. Ardlui?")).Text, StringComparison.Ordinal);
        Assert.StartsWith("The boat Kittiwake lay at anchor.", (await Asking.AskAsync([tale], "What is the name of the ship?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nickname_is_that_of_who_is_named()
    {
        var tale = MarkdownBlocks.Document("好汉.txt", """
            老人说：那汉子姓崔，绰号铁头狼。

            众人见他背上刺着青龙，都叫他做青龙客赵大山。赵大山听了大笑。
            """);

        Assert.Equal("众人见他背上刺着青龙，都叫他做青龙客赵大山。（好汉.txt）", (await Asking.AskAsync([tale], "赵大山的绰号是什么？")).Text);
    }

    [Fact]
    public async Task A_form_is_summarised_by_what_it_states()
    {
        var form = MarkdownBlocks.Document("order.txt", """
            # Island Cinema

            Page 1 of 1

            | Order: | 2031-77 |
            | --- | --- |
            | Contact: | Ann Reid |
            | Film: | The Tide |
            """);

        var answer = await Asking.AskAsync([form], "What is this document about?");
        Assert.Contains("- Contact: Ann Reid.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 1", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_lines_with_figures_are_read_one_by_one_and_marks_of_notes_end_with_their_sentence()
    {
        var player = MarkdownBlocks.Document("player.txt", """
            Ewan Rae
            Date of birth 3 May 1971
            Height 6 ft 2 in (1.88 m)
            Club Oban Rovers 142 (50)
            Number 9

            Rae played shinty as a boy.[2][3] He left Oban in 1990 and came back.[4] In 1999 he opened a shop.
            """);

        Assert.Equal("Height **6 ft 2 in (1.88 m)**. (player.txt)", (await Asking.AskAsync([player], "How tall is Ewan Rae?")).Text);
        Assert.Equal("In **1999** he opened a shop. (player.txt)", (await Asking.AskAsync([player], "When did he open a shop?")).Text);
    }

    [Fact]
    public async Task A_byline_may_be_a_heading_and_is_no_title()
    {
        var essay = MarkdownBlocks.Document("essay.docx", """
            # By Una Brodie

            Many have asked whether the tower was ever finished. This essay gathers what the letters say of it.

            # The letters

            The first letter is of 1802. It asks for stone and for lime, and it names a mason.
            """);

        Assert.Equal("**Una Brodie**. (essay.docx)", (await Asking.AskAsync([essay], "Who wrote this document?")).Text);
        Assert.DoesNotContain("**By Una", (await Asking.AskAsync([essay], "What is this document about?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_best_match_is_a_title_what_stands_under_it_answers() =>
        Assert.StartsWith("Clean up: Open the hatch and brush the trays. Wash the floor with fresh water. (paper_v2__final.pdf, § ", (await Asking.AskAsync([Paper], "How do I clean up?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task When_may_be_so_many_days_after_something_where_no_date_says_it()
    {
        var rules = MarkdownBlocks.Document("rules.txt", """
            # Budget

            The budget is due no later than June 1.

            # Yearly report

            The yearly report is due 45 days after the end of the year.
            """);

        Assert.Contains("**45 days** after the end of the year", (await Asking.AskAsync([rules], "When is the yearly report due?")).Text, StringComparison.Ordinal);
    }
}
