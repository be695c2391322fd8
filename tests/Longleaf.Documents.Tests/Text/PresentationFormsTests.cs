using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Text;

public sealed class PresentationFormsTests
{
    [Theory]
    [InlineData("\uFB01le", "file")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("\uFEFB", "\u0644\u0627")]
    [InlineData("\uFEEE\uFE91", "\u0648\u0628")]
    [InlineData("\uFB2E", "\uFB2E")]
    [InlineData("plain", "plain")]
    public void Forms_are_the_letters_they_stand_for(string text, string expected) => Assert.Equal(expected, PresentationForms.Resolve(text));
}
