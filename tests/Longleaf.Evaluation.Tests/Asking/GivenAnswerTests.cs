using Longleaf.Documents;
using Longleaf.Evaluation.Asking;
using Longleaf.Reading.Citations;

namespace Longleaf.Evaluation.Tests.Asking;

public sealed class GivenAnswerTests
{
    [Theory]
    [InlineData("**72 dB(A)** at 1,400 rpm. (AquaLine 900.pdf, p. 12)", "AquaLine 900.pdf", "72 dB(A) at 1,400 rpm.")]
    [InlineData("**合同总额的 5%**，逾期另计。（合同.docx，第八条）", "合同.docx", "合同总额的 5%，逾期另计。")]
    [InlineData("It is red (as they say). (report (1).pdf, § On colours (2))", "report (1).pdf", "It is red (as they say).")]
    [InlineData("- One. (a.txt)\n- Two. (a.txt, § I)", "a.txt", "- One.\n- Two.")]
    [InlineData("a.txt says nothing of it.", "a.txt", "a.txt says nothing of it.")]
    [InlineData(@"The price is 5 \* 3. (a.txt)", "a.txt", "The price is 5 * 3.")]
    public void The_body_is_what_is_said_without_the_sources(string text, string document, string body) =>
        Assert.Equal(body, Of(text, document).Body);

    [Theory]
    [InlineData("**Not in these documents.**", AnswerKind.Refused)]
    [InlineData("**The documents do not say.** The nearest: “It is red.” (a.txt).", AnswerKind.Refused)]
    [InlineData("**文档中没有说明。**", AnswerKind.Refused)]
    [InlineData("**The documents do not say outright.** The nearest:\n- “It is red.” (a.txt)", AnswerKind.Near)]
    [InlineData("**文档中没有直接说明。** 最接近的内容：\n- “红色”（a.txt）", AnswerKind.Near)]
    [InlineData("It is **red**. (a.txt)", AnswerKind.Told)]
    [InlineData("", AnswerKind.Refused)]
    public void How_it_was_told_is_known_by_the_words_before_it(string text, object kind) => Assert.Equal(kind, Of(text, "a.txt").Kind);

    [Fact]
    public void What_is_in_bold_is_told_apart() => Assert.Equal(["48 minutes", "41"], Of("The 700: **48 minutes**; the 900: **41**. (a.txt)", "a.txt").Bold);

    private static GivenAnswer Of(string text, string document) => new(text, [new Citation(document, document, "quote", 0, 5, Location.None)], TimeSpan.Zero);
}
