using CsCheck;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Text;

public sealed class NfcTests
{
    // UAX #15, figures 3 to 6 and table 4, and one of each kind of work.
    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("\u1E0A\u0323", "\u1E0C\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uFB01", "\uFB01")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\u03B9\u0308\u0301", "\u0390")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    [InlineData("\uD804\uDC99\uD804\uDCBA", "\uD804\uDC9A")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("が", "が")]
    [InlineData("漢字 text", "漢字 text")]
    public void Text_comes_out_composed(string text, string expected) => Assert.Equal(expected, Nfc.Normalize(text));

    [Theory]
    [InlineData("\uFB01le", "file")]
    [InlineData("\uFEFB", "\u0644\u0627")]
    public void Presentation_forms_are_resolved(string text, string expected) => Assert.Equal(expected, Nfc.NormalizePresentationForms(text));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        Gen.Char.Array[0, 50].Select(units => new string(units)).Sample(text =>
        {
            var once = Nfc.Normalize(text);
            Assert.Equal(once, Nfc.Normalize(once));
        });
}
