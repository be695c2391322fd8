using System.Diagnostics;
using System.Text.Json;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Text;

public sealed class TokenCounterTests
{
    [Fact]
    public void Counts_are_those_of_the_models_own_tokenizer()
    {
        using var stream = typeof(TokenCounterTests).Assembly.GetManifestResourceStream("token-counts.json")!;
        var rows = JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!;

        Assert.True(rows.Count > 250);
        Assert.All(rows, row => Assert.Equal((row.Text, row.Tokens), (row.Text, TokenCounter.Shared.Count(row.Text))));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("的")]
    [InlineData("\u0301")]
    [InlineData("!")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("7")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("\uD800")]
    [InlineData("a\u0316\u0301")]
    [InlineData("\u1100\u1161\u11A8")]
    public void A_long_run_of_one_thing_takes_linear_time(string unit)
    {
        TokenCounter.Shared.Count("warm");
        var clock = Stopwatch.StartNew();

        var tokens = TokenCounter.Shared.Count(string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length)));

        Assert.InRange(tokens, 2_000_000 / 128 / 4, 6_000_000);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
    }

    [Fact]
    public void Counting_in_chunks_changes_nothing_where_the_text_has_blanks()
    {
        var sentence = "Though he, with the 3 dogs (all of them), didn't stay; 她说：“好的，明天见！” And so on.\n";
        var one = TokenCounter.Shared.Count(sentence);

        Assert.Equal(one * 3_000, TokenCounter.Shared.Count(string.Concat(Enumerable.Repeat(sentence, 3_000))));
    }

    private sealed record Row(string Text, int Tokens);
}
