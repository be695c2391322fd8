namespace Longleaf.Reading.Tests.Extractive.Aggregation;

public sealed class MentionTests
{
    private static readonly ReadableDocument Report = MarkdownBlocks.Document("report.md", """
        # Harbour report

        ## Arrivals

        The Mary came in on 3 May 2025. Nobody saw the mary leave, but Maryland sent a letter to office@harbour.example.

        ## Repairs

        Mary needs a new mast for 1,200 EUR. Write to yard@harbour.example or office@harbour.example before 12 June 2025.

        ## Weather

        It rained.
        """);

    private static readonly ReadableDocument Chinese = MarkdownBlocks.Document("报告.md", """
        # 港口报告

        ## 到港

        玛丽号于五月到港。码头上的人都认得玛丽号。

        ## 维修

        维修费用为 1200 元，联系 office@harbour.example。
        """);

    [Theory]
    [InlineData("How many times is Mary mentioned?", "**3 times.** “Mary” in report.md, as a whole word and in any case.")]
    [InlineData("How often does \"the Mary\" appear?", "**2 times.**")]
    [InlineData("How often is Oslo mentioned?", "**Not once.** “Oslo” does not stand in report.md, which was read in full.")]
    public async Task Words_are_counted_over_the_whole_text(string question, string answer)
    {
        var said = await Asking.AskAsync([Report], question);

        Assert.StartsWith(answer, said.Text, StringComparison.Ordinal);
        Assert.Equal(ReadingMode.ReadAll, said.Completed.Coverage.Mode);
    }

    [Fact]
    public async Task Places_are_told_with_their_counts_and_the_first_are_quoted()
    {
        var said = await Asking.AskAsync([Report], "How many times is Mary mentioned?");

        Assert.Contains("Most in: § Arrivals (2), § Repairs (1).", said.Text, StringComparison.Ordinal);
        Assert.Contains("“The Mary came in on 3 May 2025.” (report.md, § Arrivals)", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_that_mention_something_are_listed()
    {
        var said = await Asking.AskAsync([Report], "Which sections mention Mary?");

        Assert.Equal("**2 places mention “Mary”** (3 times in all):\n- § Arrivals: 2 times\n- § Repairs", said.Text);
        Assert.Equal(2, said.Citations.Count);
    }

    [Fact]
    public async Task Documents_that_mention_something_are_listed()
    {
        var said = await Asking.AskAsync([Report, Chinese], "Which documents mention office@harbour.example?");

        Assert.StartsWith("**2 of 2 documents mention “office@harbour.example”:**", said.Text.Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("List all e-mail addresses", "**2 different, 3 in all**, in report.md:", "office@harbour.example` (report.md, § Arrivals): 2 times")]
    [InlineData("What are all the dates mentioned in the document?", "**2 different, 2 in all**, in report.md:", "- 3 May 2025 (report.md, § Arrivals)")]
    [InlineData("List all phone numbers", "**None.** report.md was read in full.", "")]
    public async Task Values_of_a_kind_are_listed_with_their_places(string question, string first, string also)
    {
        var said = await Asking.AskAsync([Report], question);

        Assert.StartsWith(first, said.Text, StringComparison.Ordinal);
        Assert.Contains(also, said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("玛丽号出现了多少次？", "**2 次。**“玛丽号”在 报告.md 中出现的次数，全文统计。")]
    [InlineData("哪些章节提到了玛丽号？", "**1 处提到“玛丽号”**（共 2 次）：")]
    [InlineData("列出所有邮箱地址", "**1 个不同的值，共出现 1 次**（报告.md）：")]
    public async Task Chinese_texts_are_counted_too(string question, string answer) =>
        Assert.StartsWith(answer, (await Asking.AskAsync([Chinese], question)).Text, StringComparison.Ordinal);
}
