using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Tests.Ocr;

public sealed class RecognizedTextTests
{
    [Fact]
    public void Lines_become_paragraphs_and_cut_words_are_joined() =>
        Assert.Equal(
            ["A long information ends.", "Next"],
            Of("1 1 1 96 A|1 1 1 95 long|1 1 1 90 infor-|1 1 2 94 mation|1 1 2 96 ends.|1 2 1 96 Next").Paragraphs);

    [Fact]
    public void Ideographs_stand_without_blanks() =>
        Assert.Equal(["第一条 Longleaf 公司，北京"], Of("1 1 1 93 第|1 1 1 93 一|1 1 1 93 条|1 1 1 95 Longleaf|1 1 1 92 公|1 1 1 92 司|1 1 1 92 ，|1 1 2 92 北京").Paragraphs);

    [Fact]
    public void Marks_after_ideographs_are_of_full_width() =>
        Assert.Equal(["为什么？ 3:2 (是)"], Of("1 1 1 93 为|1 1 1 93 什|1 1 1 93 么|1 1 1 93 ?|1 1 1 95 3:2|1 1 1 92 (是)").Paragraphs);

    [Theory]
    [InlineData("1 1 1 30 ae|1 1 1 25 Ss|1 1 2 41 oe")]
    [InlineData("1 1 1 90 =|1 1 1 95 —")]
    [InlineData("1 1 1 96 a")]
    [InlineData("")]
    public void Shadows_of_photographs_are_no_text(string words) => Assert.Empty(Of(words).Paragraphs);

    [Fact]
    public void Unsure_lines_and_specks_beside_lines_are_left_out() =>
        Assert.Equal(["The text"], Of("1 1 1 20 _|1 1 1 95 The|1 1 1 96 text|1 1 1 10 ~|1 1 2 30 ayn|1 1 2 20 ile").Paragraphs);

    [Fact]
    public void Rows_of_any_other_kind_are_passed_over() =>
        Assert.Empty(RecognizedText.Of("level\tpage\n5\t1\n\t\t\t\n5\tx\tx\tx\tx\tx\tx\tx\tx\tx\tx\tword\n4\t1\t1\t1\t1\t0\t0\t0\t0\t0\t-1\t").Paragraphs);

    [Theory]
    // Digits less sure, ideographs as sure: the page is Chinese.
    [InlineData("1 1 1 85 中国|1 1 1 60 2019-06-02", "1 1 1 88 中国|1 1 1 92 2019-06-02", true)]
    [InlineData("1 1 1 70 中国|1 1 1 92 2019-06-02", "1 1 1 88 中国|1 1 1 92 2019-06-02", false)]
    // Where all languages saw no ideograph the whole is compared.
    [InlineData("1 1 1 85 中|1 1 1 60 letters", "1 1 1 92 letters", false)]
    public void A_language_is_judged_by_its_own_letters(string own, string all, bool isAsSure) =>
        Assert.Equal(isAsSure, Of(own).IsAsSureAs(Of(all), 8));

    // block, paragraph, line, confidence, text
    private static RecognizedText Of(string words) => RecognizedText.Of(string.Join('\n', words.Split('|').Where(word => word.Length > 0)
        .Select(word => word.Split(' '))
        .Select(word => word.Length == 5 ? $"5\t1\t{word[0]}\t{word[1]}\t{word[2]}\t1\t0\t0\t9\t9\t{word[3]}\t{word[4]}" : "")));
}
