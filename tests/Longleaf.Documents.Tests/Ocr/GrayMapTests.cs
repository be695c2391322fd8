using System.Text;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Tests.Ocr;

public sealed class GrayMapTests
{
    [Fact]
    public void A_drawn_page_is_read()
    {
        var picture = GrayMap.Read([.. "P5\n3 2\n255\n"u8, 10, 32, 3, 4, 5, 6]);

        Assert.Equal((3, 2), (picture!.Width, picture.Height));
        Assert.Equal([10, 32, 3, 4, 5, 6], picture.Pixels.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("P6\n1 1\n255\nx")]
    [InlineData("P5\n2 2\n255\nabc")]
    [InlineData("P5\n2 2\n65535\nabcdefgh")]
    [InlineData("P5\n-2 2\n255\nabcd")]
    [InlineData("P5\n99999 99999\n255\nabcd")]
    [InlineData("P5")]
    public void What_is_no_drawn_page_is_none(string file) => Assert.Null(GrayMap.Read(Encoding.ASCII.GetBytes(file)));
}
