using System.Diagnostics;
using CsCheck;
using Longleaf.Documents;

namespace Longleaf.Reading.Tests.Text;

public sealed class CanonicalCompositionTests
{
    // UAX #15 and the conformance file's hard cases: order of marks, blocked marks, Hangul, exclusions, singletons, surrogate pairs.
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("A\u030A", "Å")]
    [InlineData("\u212B", "Å")]
    [InlineData("\u2126", "Ω")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("d\u0307\u0323", "\u1E0D\u0307")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\uD558\u11AB", "한")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    [InlineData("\uD804\uDC99\uD804\uDCBA", "\uD804\uDC9A")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("\uD800e\u0301", "\uD800é")]
    [InlineData("plain 文字", "plain 文字")]
    public void Text_is_brought_into_form_C(string text, string expected) => Assert.Equal(expected, CanonicalComposition.Normalize(text));

    [Fact]
    public void What_is_in_form_C_stays() => Gen.String[0, 50].Sample(text =>
    {
        var once = CanonicalComposition.Normalize(text);
        Assert.Equal(once, CanonicalComposition.Normalize(once));
        Assert.True(!CanonicalComposition.IsCertain(text) || ReferenceEquals(text, once));
    });

    [Fact]
    public void A_long_run_of_marks_takes_no_longer_than_any_text()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0316\u0301", 500_000));
        var clock = Stopwatch.StartNew();

        Assert.StartsWith("á\u0316", CanonicalComposition.Normalize(text), StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
    }
}
