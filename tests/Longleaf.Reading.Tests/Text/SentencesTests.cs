using System.Diagnostics;
using CsCheck;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One came. Two left! Did three stay? Yes…", "One came.", "Two left!", "Did three stay?", "Yes…")]
    [InlineData("Dr. Smith of the U.S. Army paid 3.14 dollars at 5 p.m. on Jan. 5. He left.", "Dr. Smith of the U.S. Army paid 3.14 dollars at 5 p.m. on Jan. 5.", "He left.")]
    [InlineData("She moved to the U.S. The house was small.", "She moved to the U.S.", "The house was small.")]
    [InlineData("MR. CAXTON rose. J. K. Brown, e.g. the baker, sat.", "MR. CAXTON rose.", "J. K. Brown, e.g. the baker, sat.")]
    [InlineData("\"Stop!\" he cried. \"Really?\" she asked. (See Fig. 3.) Next.", "\"Stop!\" he cried.", "\"Really?\" she asked.", "(See Fig. 3.)", "Next.")]
    [InlineData("Am 3. Oktober war z.B. Feiertag. Gut.", "Am 3. Oktober war z.B. Feiertag.", "Gut.")]
    [InlineData("他说：“你好。”然后走了。真的吗？！这是3.5米。", "他说：“你好。”", "然后走了。", "真的吗？！", "这是3.5米。")]
    [InlineData("吾輩は猫である。名前はまだ無い。", "吾輩は猫である。", "名前はまだ無い。")]
    [InlineData("나는 왔다. 너는 갔다.", "나는 왔다.", "너는 갔다.")]
    [InlineData("كم الساعة؟ لا أعرف.", "كم الساعة؟", "لا أعرف.")]
    [InlineData("¿Qué hora es? ¡Tarde! Vale.", "¿Qué hora es?", "¡Tarde!", "Vale.")]
    public void A_sentence_ends_where_a_reader_would_end_it(string text, params string[] expected) => Assert.Equal(expected, Split(text));

    [Fact]
    public void A_line_break_within_a_paragraph_is_no_border() =>
        Assert.Equal(["It was the best of\ntimes, it was the worst\nof times.", "So they say."], Split("It was the best of\ntimes, it was the worst\nof times. So they say."));

    [Fact]
    public void Items_rows_headings_and_code_lines_are_borders() => Assert.Equal(
        ["# Title", "1. First item", "2. Second\n   goes on", "- bullet", "| a | b |", "|---|---|", "| 1 | 2 |", "```", "int a;", "int b;", "```", "After"],
        Split("# Title\n1. First item\n2. Second\n   goes on\n- bullet\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nint a;\n\nint b;\n```\nAfter"));

    [Fact]
    public void Fields_are_borders() => Assert.Equal(["Name: Ann Brown", "Phone: 555-1234", "电话：123"], Split("Name: Ann Brown\nPhone: 555-1234\n电话：123"));

    [Fact]
    public void Sentences_hold_all_that_is_not_blank_in_order()
    {
        var piece = Gen.OneOf(
            Gen.String[Gen.Char["abcXYZ012 .,!?\"'()\n|#-*:"], 0, 40],
            Gen.String[Gen.Char["天地。！？“”…，：\n　"], 0, 40],
            Gen.String[0, 20]);
        piece.Array[0, 12].Select(string.Concat).Sample(text =>
        {
            var at = 0;
            foreach (var range in Sentences.Split(text))
            {
                Assert.True(range.Start.Value >= at && range.End.Value > range.Start.Value);
                Assert.True(string.IsNullOrWhiteSpace(text[at..range.Start.Value]));
                Assert.False(char.IsWhiteSpace(text[range.Start.Value]) || char.IsWhiteSpace(text[range.End.Value - 1]));
                Assert.True(range.End.Value - range.Start.Value <= Sentences.MaxLength);
                at = range.End.Value;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        });
    }

    [Theory]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("。")]
    [InlineData("…")]
    [InlineData("\n")]
    [InlineData("a. ")]
    [InlineData(".\"")]
    [InlineData("\"")]
    [InlineData("1.")]
    [InlineData("- \n")]
    [InlineData("A: \n")]
    [InlineData("\uD83D\uDE00")]
    [InlineData(". \n")]
    [InlineData("x\n")]
    public void Hostile_runs_take_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        var clock = Stopwatch.StartNew();

        var sentences = Sentences.Split(text);

        Assert.True(sentences.Count <= text.Length);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("….")]
    [InlineData(".\"")]
    [InlineData("!?)")]
    public void Stops_that_end_nothing_take_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length)) + "x";
        var clock = Stopwatch.StartNew();

        var sentences = Sentences.Split(text);

        Assert.NotEmpty(sentences);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static List<string> Split(string text) => [.. Sentences.Split(text).Select(range => text[range])];
}
