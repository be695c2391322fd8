using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Tests.Extractive;

public sealed class SummaryFormTests
{
    [Theory]
    [InlineData("Summarize this in three sentences.", null, 3, null, false)]
    [InlineData("用一句话总结这份文件", null, 1, null, false)]
    [InlineData("Give me a 100-word summary", null, null, 100, false)]
    [InlineData("总结这份文件，两百字以内", null, null, 200, false)]
    [InlineData("Summarise it.", "Answer with five bullet points.", 5, null, true)]
    [InlineData("Summarise it in one paragraph.", "Use bullet points.", null, null, false)]
    [InlineData("列出三个要点", null, 3, null, true)]
    [InlineData("Summarize chapter 3.", null, null, null, false)]
    [InlineData("Summarise it in 99999 words and 0 sentences", null, null, null, false)]
    public void Length_and_shape_are_read_from_question_and_role(string question, string? role, int? sentences, int? words, bool bullets)
    {
        var form = SummaryForms.Of(question, role, brief: false);

        Assert.Equal((sentences, words, bullets), (form.Sentences, form.Words, form.Bullets));
    }

    [Theory]
    [InlineData("Shorter, please.", 0.5)]
    [InlineData("Can you make it a bit shorter?", 0.5)]
    [InlineData("再简短一点", 0.5)]
    [InlineData("More detail please", 2)]
    [InlineData("请详细一点", 2)]
    [InlineData("What is the shorter side of the table?", 1)]
    [InlineData("Which is longer?", 1)]
    public void A_turn_that_only_wants_another_length_is_known(string turn, double scale) =>
        Assert.Equal(scale, SummaryForms.Rescaled(turn));

    [Fact]
    public async Task A_summary_keeps_to_the_sentences_asked_for()
    {
        var answer = await Asking.AskAsync([Manuals.Nine], "Summarize this document in one sentence.");

        Assert.Equal("**AquaLine 900 washing machine**\n\nThis manual describes the AquaLine 900, a front-loading washing machine for large households. (AquaLine 900.pdf)", answer.Text);
    }

    [Fact]
    public async Task The_role_asks_for_bullet_points()
    {
        var answer = await Asking.AskAsync([Manuals.Nine], "Summarize this document in two sentences.", "Always use bullet points.");

        Assert.Equal(2, answer.Text.Split("\n- ").Length - 1);
    }

    [Fact]
    public async Task Shorter_and_more_detail_change_the_summary_before()
    {
        const string First = "Summarise the warranty chapter.";
        var usual = await Asking.AskAsync([Manuals.Seven], First);
        var shorter = await Asking.AskAsync([Manuals.Seven], "Shorter, please.", null, new Turn(TurnAuthor.User, First), new Turn(TurnAuthor.Assistant, usual.Text));

        Assert.StartsWith("**Warranty** (AquaLine 700.pdf, p. 14): ", shorter.Text, StringComparison.Ordinal);
        Assert.InRange(shorter.Citations.Count, 1, usual.Citations.Count - 1);
    }

    [Fact]
    public async Task And_the_second_chapter_is_counted_out()
    {
        var answer = await Asking.AskAsync([Manuals.Contract], "那第三条呢？", null, new Turn(TurnAuthor.User, "总结一下第二条"), new Turn(TurnAuthor.Assistant, "**第二条 总价与付款**"));

        Assert.StartsWith("**第三条 交货**（合同.docx）：", answer.Text, StringComparison.Ordinal);

        var second = await Asking.AskAsync([Manuals.Seven], "And the last chapter?", null, new Turn(TurnAuthor.User, "Summarise the first chapter."), new Turn(TurnAuthor.Assistant, "**Installation**"));

        Assert.StartsWith("**Warranty** (AquaLine 700.pdf, p. 14): ", second.Text, StringComparison.Ordinal);
    }
}
