using CsCheck;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Text;

public sealed class CleanTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char[' ', '~'], Gen.Char['\0', '\x9F'], Gen.Char['\u4E00', '\u4FFF'], Gen.Char,
        Gen.OneOf('\u0301', '\u200B', '\u00AD', '\uFEFF', '\u3000', ' ', '\n', '\t')).Array[0, 80].Select(units => new string(units));

    [Fact]
    public void What_counts_as_fit_is_what_cleaning_leaves_alone() => AnyText.Sample(text =>
    {
        var clean = CleanText.Of(text);

        Assert.Equal(clean, CleanText.Of(clean));
        Assert.Equal(clean, CleanText.Of(text.AsSpan()));
        Assert.DoesNotContain(clean, unit => char.IsControl(unit) && unit is not ('\n' or '\t'));
    });

    [Fact]
    public void A_fit_line_is_its_own_line() => AnyText.Sample(text =>
    {
        var line = CleanText.OfLine(text);

        Assert.Equal(line, string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.True(!CleanText.IsFitLine(text) || line == text);
    });

    [Fact]
    public void Printable_ASCII_ends_where_it_ends()
    {
        Gen.Select(Gen.Int[0, 40], Gen.Char, Gen.Int[0, 20]).Sample((before, unit, after) =>
        {
            var text = new string('a', before) + unit + new string('b', after);
            var expected = unit is < ' ' or > '~' ? before : -1;

            Assert.Equal(expected, PlainAscii.IndexOfOther(text, linesAllowed: false));
            Assert.Equal(unit is '\n' or '\t' ? -1 : expected, PlainAscii.IndexOfOther(text, linesAllowed: true));
        });
    }
}
