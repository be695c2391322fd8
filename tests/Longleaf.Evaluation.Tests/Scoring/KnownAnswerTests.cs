using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Tests.Scoring;

public sealed class KnownAnswerTests
{
    [Theory]
    [InlineData("The pump weighs **12 kg**.", "12 kg", true)]
    [InlineData("The pump weighs 12kg.", "12 KG", true)]
    [InlineData("The pump weighs 12 kg.", "2 kg", false)]
    [InlineData("It costs 1,200 EUR.", "1200", true)]
    [InlineData("It costs 1,200 EUR.", "200", false)]
    [InlineData("It takes 2.5 hours.", "5 hours", false)]
    [InlineData("In 1990. 5 of them left.", "5", true)]
    [InlineData("It was Wilhelm Conrad Röntgen.", "wilhelm conrad röntgen", true)]
    [InlineData("違約金為合同總額的 5%。", "5％", true)]
    [InlineData("Anything.", "…", false)]
    public void A_number_is_no_part_of_a_longer_one(string text, string answer, bool holds) => Assert.Equal(holds, KnownAnswer.IsIn(text, [answer]));

    [Fact]
    public void One_of_the_answers_is_enough() => Assert.True(KnownAnswer.IsIn("It lasts two years.", ["2 years", "two years"]));
}
