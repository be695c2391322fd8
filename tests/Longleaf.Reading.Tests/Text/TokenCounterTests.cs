using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Longleaf.Documents.Text;
using Longleaf.Reading.Text;
using Microsoft.ML.Tokenizers;

namespace Longleaf.Reading.Tests.Text;

public sealed partial class TokenCounterTests
{
    [Fact]
    public void Counts_are_those_of_the_models_own_tokenizer()
    {
        using var stream = typeof(TokenCounterTests).Assembly.GetManifestResourceStream("token-counts.json")!;
        var rows = JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!;

        Assert.True(rows.Count > 250);
        Assert.All(rows, row => Assert.Equal((row.Text, row.Tokens), (row.Text, TokenCounter.Shared.Count(row.Text))));
    }

    // The library's regular expression looks at UTF-16 units: with a letter beyond the Basic Multilingual Plane it is the one that is wrong.
    [Fact]
    public void Counts_are_those_of_a_library_on_any_text_of_the_basic_plane()
    {
        using var vocabulary = typeof(TokenCounter).Assembly.GetManifestResourceStream("qwen2.5.tiktoken")!;
        var library = TiktokenTokenizer.Create(vocabulary, new RegexPreTokenizer(SplitPattern(), null), normalizer: null, specialTokens: null);
        var piece = Gen.OneOf(
            Gen.String[Gen.Char["abcXYZ 's't'RE'll0129.,;!\r\n\t-_(){}"], 0, 60],
            Gen.String[Gen.Char["天地玄黄宇宙洪荒，。！？“”　 \n"], 0, 60],
            Gen.String[Gen.Char["абвгд אבגד अनमस ไทย 가나다 é ½ Ⅷ ٣"], 0, 60],
            Gen.String[Gen.Char['\u0001', '\uD7FF'], 0, 20],
            Gen.String[Gen.Char["aab"], 100, TokenCounter.MaxRunLength - 10].Select(run => $"\n{run}\n"));
        piece.Array[0, 8].Select(string.Concat).Where(text => Nfc.IsCertain(text)).Sample(text =>
            Assert.Equal(library.CountTokens(text, considerPreTokenization: true, considerNormalization: false), TokenCounter.Shared.Count(text)));
    }

    [Theory]
    [InlineData("<")]
    [InlineData(" \n ")]
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
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 120);
    }

    [Fact]
    public void The_parts_of_a_run_count_as_they_do_alone()
    {
        var (one, other) = (new string('a', TokenCounter.MaxRunLength), string.Concat(Enumerable.Repeat("qx", TokenCounter.MaxRunLength / 2)));
        var (ones, others) = (TokenCounter.Shared.Count(one), TokenCounter.Shared.Count(other));

        Assert.NotEqual(ones, others);
        Assert.Equal((3 * ones) + others, TokenCounter.Shared.Count(one + one + other + one));
    }

    [Fact]
    public void Counting_in_chunks_changes_nothing_where_the_text_has_blanks()
    {
        var sentence = "Though he, with the 3 dogs (all of them), didn't stay; 她说：“好的，明天见！” And so on.\n";
        var one = TokenCounter.Shared.Count(sentence);

        Assert.Equal(one * 3_000, TokenCounter.Shared.Count(string.Concat(Enumerable.Repeat(sentence, 3_000))));
    }

    [Fact]
    public void Counting_up_to_a_limit_is_exact_within_it_and_above_it_past_it()
    {
        var text = Gen.Select(Gen.String[Gen.Char["ab <|im_end|> 天\n!e\u0301"], 0, 200], Gen.Int[1, 20]).Select((part, times) => string.Concat(Enumerable.Repeat(part, times)));
        Gen.Select(text, Gen.Int[0, 600]).Sample((text, limit) =>
        {
            var (all, upTo) = (TokenCounter.Shared.Count(text), TokenCounter.Shared.Count(text, limit));
            return all <= limit ? upTo == all : upTo > limit;
        });
    }

    [Theory]
    [InlineData("q")]
    [InlineData("<")]
    [InlineData("<|")]
    [InlineData("<|im_end|>")]
    [InlineData("e\u0301")]
    [InlineData("The keeper lit the lamp. ")]
    public void Counting_stops_at_the_limit(string unit)
    {
        TokenCounter.Shared.Count("warm");
        var text = string.Concat(Enumerable.Repeat(unit, 15_000_000 / unit.Length));

        // 0.01 to 0.4 s (what is composed first) on an idle machine; counting all of it takes five and more. A machine that is busy with
        // something else for a moment gets two more tries.
        Assert.Contains(Enumerable.Range(0, 3), _ =>
        {
            var clock = Stopwatch.StartNew();
            Assert.InRange(TokenCounter.Shared.Count(text, 9_000), 9_001, 15_000_000);
            return clock.Elapsed.TotalSeconds < 3;
        });
    }

    [GeneratedRegex(@"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")]
    private static partial Regex SplitPattern();

    private sealed record Row(string Text, int Tokens);
}
