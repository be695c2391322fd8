namespace Longleaf.Evaluation.Tests;

public sealed class TokenLengthTests
{
    [Theory]
    [InlineData("128k", 128_000, "128k")]
    [InlineData("1.5M", 1_500_000, "1.5M")]
    [InlineData("10m", 10_000_000, "10M")]
    [InlineData("500", 500, "500")]
    [InlineData("0", 0, "0")]
    public void Lengths_are_read_as_people_write_them(string text, long tokens, string written)
    {
        Assert.True(TokenLength.TryRead(text, out var read));
        Assert.Equal((tokens, written), (read, TokenLength.Write(read)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("-1k")]
    [InlineData("5x")]
    [InlineData("51M")]
    [InlineData("99999999999999999999999999999999M")]
    public void What_is_no_length_is_none(string text) => Assert.False(TokenLength.TryRead(text, out _));
}
