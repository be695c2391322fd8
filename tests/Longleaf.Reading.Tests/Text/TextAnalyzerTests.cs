using System.Diagnostics;
using CsCheck;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Text;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The engines were running", "engin run")]
    [InlineData("It's Kim's best-known R&D lab, isn't it?", "kim best known r&d r d lab")]
    [InlineData("e-mail X-ray", "e mail email x rai xrai")]
    [InlineData("Ann@Example.org", "ann@example.org ann exampl org")]
    [InlineData("U.S.A. and C++ or C#", "usa c c++ c c#")]
    [InlineData("iPhone14 getUserName", "iphone14 phone 14 getusernam get user name")]
    [InlineData("MAX_RETRY_COUNT", "max_retry_count max retri count")]
    [InlineData("v10.4.2", "v10.4.2 10.4.2 v10 10 4 2")]
    [InlineData("2026-03-15 12:30", "2026-03-15 2026 03 15 12:30 12 30")]
    [InlineData("$1,234,567.50 3.140 1,5", "1234567.5 1234567 3.14 3 1,5 1 5")]
    [InlineData("550e8400-e29b", "550e8400-e29b 550e8400 e29b 29")]
    [InlineData("ＡＢＣ１２３", "abc123 abc 123")]
    [InlineData("ｶﾀｶﾅ", "カタ タカ カナ")]
    [InlineData("合同总额", "合同 同总 总额")]
    [InlineData("第3条", "第 3 条")]
    [InlineData("𠮷野家", "𠮷野 野家")]
    [InlineData("고양이", "고양 양이")]
    [InlineData("Größe Straße façade l'homme", "gross strass facad homm")]
    [InlineData("cafe\u0301 café", "cafe cafe")]
    [InlineData("договора договору", "договор договор")]
    [InlineData("الكتاب كتاب والكتاب", "كتاب كتاب كتاب")]
    [InlineData("", "")]
    public void Text_becomes_the_terms_that_people_look_for(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TextAnalyzer.Analyze(text).Select(term => term.Term)));

    // The author's own sample vocabulary has them.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("predication", "predic")]
    [InlineData("operator", "oper")]
    [InlineData("hopefulness", "hope")]
    [InlineData("formality", "formal")]
    [InlineData("triplicate", "triplic")]
    [InlineData("electrical", "electr")]
    [InlineData("revival", "reviv")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("effective", "effect")]
    [InlineData("probate", "probat")]
    [InlineData("cease", "ceas")]
    [InlineData("controller", "control")]
    [InlineData("generalizations", "gener")]
    [InlineData("oscillators", "oscil")]
    public void English_words_are_stemmed_as_Porter_says(string word, string stem) => Assert.Equal(stem, TextAnalyzer.Analyze(word).Single().Term);

    [Fact]
    public void Every_term_says_where_it_stands() => Gen.String[0, 200].Sample(text =>
    {
        foreach (var term in TextAnalyzer.Analyze(text))
        {
            Assert.True(term.Start >= 0 && term.Length > 0 && term.Start + term.Length <= text.Length);
            Assert.InRange(term.Term.Length, 1, 64);
        }
    });

    [Theory]
    [InlineData("a")]
    [InlineData("aB")]
    [InlineData("a1")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("1,")]
    [InlineData("的")]
    [InlineData("y")]
    [InlineData("\u0301")]
    [InlineData("e\u0301")]
    [InlineData("@")]
    [InlineData("𠮷")]
    [InlineData("\uD800")]
    public void Hostile_runs_take_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        var clock = Stopwatch.StartNew();

        TextAnalyzer.Analyze(text);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
    }
}
