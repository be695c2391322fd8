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
}
