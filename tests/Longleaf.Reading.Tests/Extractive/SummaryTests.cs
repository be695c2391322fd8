namespace Longleaf.Reading.Tests.Extractive;

public sealed class SummaryTests
{
    [Theory]
    [InlineData("What is this document about?")]
    [InlineData("Summarize this document.")]
    public async Task A_summary_says_what_the_document_is_in_its_own_words_and_names_its_sections(string question)
    {
        var answer = await Asking.AskAsync([Manuals.Nine], question);

        Assert.Contains("This manual describes the AquaLine 900, a front-loading washing machine for large households.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("- Technical data\n- Programmes\n- Cleaning the filter", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ReadingMode.ReadAll, answer.Completed.Coverage.Mode);
        Assert.InRange(answer.Citations.Count, 2, 6);
    }

    [Fact]
    public async Task A_chapter_is_summarised_with_its_periods_and_conditions()
    {
        var answer = await Asking.AskAsync([Manuals.Seven], "Summarise the warranty chapter.");

        Assert.StartsWith("**Warranty** (AquaLine 700.pdf, p. 14): The warranty covers defects in material and workmanship for two years from the date of purchase.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("void if the machine is opened", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("transport bolts", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_is_summarised_by_its_number()
    {
        var answer = await Asking.AskAsync([Manuals.Contract], "总结一下第二条");

        Assert.StartsWith("**第二条 总价与付款**（合同.docx）：", answer.Text, StringComparison.Ordinal);
        Assert.Contains("30%", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Chinese_document_is_summarised_in_Chinese()
    {
        var answer = await Asking.AskAsync([Manuals.Contract], "这份合同讲了什么？");

        Assert.Contains("就乙方向甲方供应包装设备事宜约定如下", answer.Text, StringComparison.Ordinal);
        Assert.Contains("各部分：\n- 第一条 标的", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_not_made_up()
    {
        var answer = await Asking.AskAsync([Manuals.Seven], "Summarise the chapter on nuclear physics.");

        Assert.Equal("**Not in these documents.**", answer.Text);
    }

    [Theory]
    [InlineData("Summarise the warranty.", "**Warranty** (AquaLine 700.pdf, p. 14): The warranty covers defects")]
    [InlineData("Give me a summary of the installation in two sentences", "**Installation** (AquaLine 700.pdf, p. 4): ")]
    [InlineData("Summarize the transport bolts", "- Remove all four transport bolts before the first wash. (p. 4)")]
    [InlineData("Summarize the manual", "**AquaLine 700 washing machine**\n\nThis manual describes")]
    [InlineData("Summarize it briefly, please", "**AquaLine 700 washing machine**\n\nThis manual describes")]
    public async Task A_matter_is_summarised_alone_and_words_for_the_whole_are_none(string question, string expected)
    {
        var answer = await Asking.AskAsync([Manuals.Seven], question);

        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总结违约责任", "**第八条 违约责任**（合同.docx）：")]
    [InlineData("概括一下预付款", "- 甲方应在合同签订后 10 日内支付合同总额的 30% 作为预付款")]
    [InlineData("请用两句话总结这份合同的主要内容", "**设备采购合同**\n\n本合同由甲方")]
    public async Task A_matter_of_a_Chinese_contract_is_summarised_alone(string question, string expected)
    {
        var answer = await Asking.AskAsync([Manuals.Contract], question);

        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sections_are_summarised_and_of_both_documents_those_of_the_same_title()
    {
        var two = await Asking.AskAsync([Manuals.Seven], "Summarise the installation and the warranty.");

        Assert.StartsWith("**Installation** (AquaLine 700.pdf, p. 4): ", two.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n**Warranty** (AquaLine 700.pdf, p. 14): ", two.Text, StringComparison.Ordinal);

        var both = await Asking.AskAsync([Manuals.Seven, Manuals.Nine], "Summarise the warranty chapter.");

        Assert.Contains("**Warranty** (AquaLine 700.pdf, p. 14): The warranty covers", both.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n**Warranty** (AquaLine 900.pdf, p. 22): The warranty covers", both.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_tells_its_people_and_what_happens_in_the_order_of_its_parts()
    {
        var answer = await Asking.AskAsync([Story()], "What is this book about?");

        Assert.Matches(@"\nPeople: (?:Morag|Donald|Ewan), (?:Morag|Donald|Ewan), (?:Morag|Donald|Ewan)\.", answer.Text);
        Assert.Contains("Places: Tiree", answer.Text, StringComparison.Ordinal);
        var (wedding, storm) = (answer.Text.IndexOf("married", StringComparison.Ordinal), answer.Text.IndexOf("drowned", StringComparison.Ordinal));
        Assert.True(wedding > 0 && storm > wedding, answer.Text);
        Assert.DoesNotContain("fair", answer.Text, StringComparison.Ordinal);
    }

    // Small talk for most of its length, and two events.
    private static ReadableDocument Story()
    {
        var text = new System.Text.StringBuilder("The keeper's house\n\n");
        for (var part = 0; part < 120; part++)
        {
            text.Append("\"The weather is fair to-day, do you not think so,\" said Morag to the others at the long table.\n\n");
            text.Append("\"It may be fair for those who stay at home,\" said Donald, and he looked for his pipe again.\n\n");
            text.Append(part % 3 == 0 ? "In the evening they walked down to Tiree and there Ewan waited at the harbour in Tiree for the post.\n\n" : "The evening was long and old Ewan told them of ships and weather and Ewan laughed at it all.\n\n");
            text.Append(part == 30 ? "In the spring of that year Morag and Donald were married in the white church above the bay of Tiree.\n\n" : "");
            text.Append(part == 100 ? "In the second winter Donald fought the storm all night and Ewan was drowned before the boat returned to the bay.\n\n" : "");
        }

        return MarkdownBlocks.Document("keeper.txt", text.ToString());
    }
}
