using CsCheck;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Tests.Scoring;

public sealed class RougeTests
{
    // Few words, so that texts overlap; none at all happens too.
    private static readonly Gen<string[]> Words = Gen.Int[0, 3].Select(letter => $"{"abcd"[letter]}").Array[0, 9];

    [Theory]
    [InlineData("police killed the gunman", "police kill the gunman", 0.75, 1.0 / 3, 0.75)]
    [InlineData("the gunman police killed", "police killed the gunman", 1, 2.0 / 3, 0.5)]
    [InlineData("the the the", "the cat", 0.4, 0, 0.4)]
    [InlineData("比特币是货币", "比特币：一种货币。", 10.0 / 13, 6.0 / 11, 10.0 / 13)]
    [InlineData("", "anything", 0, 0, 0)]
    public void Known_pairs_have_their_scores(string text, string reference, double one, double two, double longest)
    {
        var (own, wanted) = (Rouge.Tokens(text), Rouge.Tokens(reference));

        Assert.Equal(one, Rouge.N(1, own, wanted), 9);
        Assert.Equal(two, Rouge.N(2, own, wanted), 9);
        Assert.Equal(longest, Rouge.L(own, wanted), 9);
    }

    [Fact]
    public void It_counts_as_a_slow_reading_of_its_definition_does() =>
        Gen.Select(Words, Words).Sample((text, reference) =>
        {
            Assert.Equal(F1(Overlap(text, reference), text.Length, reference.Length), Rouge.N(1, text, reference), 9);
            Assert.Equal(F1(Overlap(Pairs(text), Pairs(reference)), Pairs(text).Count, Pairs(reference).Count), Rouge.N(2, text, reference), 9);
            Assert.Equal(F1(Longest(text, reference), text.Length, reference.Length), Rouge.L(text, reference), 9);
        });

    [Fact]
    public void It_is_the_same_both_ways_and_whole_for_the_same_text() =>
        Gen.Select(Words, Words).Sample((text, reference) =>
        {
            Assert.Equal(Rouge.L(reference, text), Rouge.L(text, reference), 9);
            Assert.Equal(Rouge.N(2, reference, text), Rouge.N(2, text, reference), 9);
            Assert.Equal(text.Length > 0 ? 1 : 0, Rouge.L(text, text), 9);
            Assert.InRange(Rouge.L(text, reference), 0, Rouge.N(1, text, reference) + 1e-9);
        });

    [Fact]
    public void Long_texts_are_cut() => Assert.Equal(Rouge.MaxTokens, Rouge.Tokens(string.Concat(Enumerable.Repeat("word ", 10_000))).Count);

    private static List<string> Pairs(string[] words) => [.. words.Zip(words.Skip(1), (first, second) => first + second)];

    private static int Overlap(IReadOnlyList<string> text, IReadOnlyList<string> reference)
    {
        var rest = reference.ToList();
        return text.Count(rest.Remove);
    }

    private static int Longest(ReadOnlySpan<string> text, ReadOnlySpan<string> reference) =>
        text.IsEmpty || reference.IsEmpty ? 0
        : text[0] == reference[0] ? 1 + Longest(text[1..], reference[1..])
        : Math.Max(Longest(text[1..], reference), Longest(text, reference[1..]));

    private static double F1(int common, int own, int wanted) => common == 0 ? 0 : 2 / (((double)own / common) + ((double)wanted / common));
}
