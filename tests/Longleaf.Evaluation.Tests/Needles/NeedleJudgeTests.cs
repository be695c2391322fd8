using Longleaf.Documents;
using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Needles;
using Longleaf.Reading.Citations;

namespace Longleaf.Evaluation.Tests.Needles;

public sealed class NeedleJudgeTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("and so on ", 30));

    public static TheoryData<string, string> Single => new()
    {
        { "**48213**. (novel.txt, § I)", "Answered" },
        { "The access code for the north gate is 48213. (novel.txt)", "Answered" },
        { "The access code for the north gate is **48213**.\n\nAlso:\n- It was changed in May.", "Answered" },
        { "The access code for the **north** gate is 48213.", "Buried" },
        { "He went to the gate.\n\nAlso:\n- The access code is 48213.", "Buried" },
        { $"The access code for the north gate is 48213, {Long}.", "Buried" },
        { "The access code for the north gate is 48213; that of the south gate is 777.", "Buried" },
        { "**The documents do not say outright.** The nearest:\n- “The access code is 48213.”", "Buried" },
        { "The access code for the north gate is 148213.", "Wrong" },
        { "It is 9f-48213-aa.", "Wrong" },
        { "**Not in these documents.**", "Refused" },
    };

    [Theory]
    [MemberData(nameof(Single))]
    public void A_value_is_answered_only_if_it_is_the_answer(string answer, string verdict) =>
        Assert.Equal(verdict, Judge(["48213"], ["777"], answer).Verdict.ToString());

    [Theory]
    [InlineData("Four: **11**, 22, 33 and 44.", "Answered", 1)]
    [InlineData("- 11\n- 22\n- 33\n- 44", "Answered", 1)]
    [InlineData("11, 22 and 33.", "Wrong", 0.75)]
    [InlineData("11, 22, 33, 44 and 777.", "Buried", 1)]
    [InlineData("**文档中没有说明。**", "Refused", 0)]
    public void Of_several_values_all_are_wanted(string answer, string verdict, double share) =>
        Assert.Equal((verdict, share), (Judge(["11", "22", "33", "44"], ["777"], answer).Verdict.ToString(), Judge(["11", "22", "33", "44"], ["777"], answer).Share));

    [Fact]
    public void Ideographs_count_double_as_they_say_twice_as_much()
    {
        var sentence = string.Concat(Enumerable.Repeat("话", 110));

        Assert.Equal(NeedleVerdict.Answered, Judge(["48213"], [], $"48213{sentence}").Verdict);
        Assert.Equal(NeedleVerdict.Buried, Judge(["48213"], [], $"48213{sentence}{sentence}").Verdict);
    }

    private static (NeedleVerdict Verdict, double Share) Judge(string[] expected, string[] foreign, string answer) => NeedleJudge.Judge(
        new NeedleQuestion(NeedleTask.Number, "?", expected, foreign, ""),
        new GivenAnswer(answer, [new Citation("novel.txt", "novel.txt", "quote", 0, 5, Location.None)], TimeSpan.Zero));
}
