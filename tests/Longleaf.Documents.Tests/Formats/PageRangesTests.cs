using Longleaf.Documents.Formats.Pdf;

namespace Longleaf.Documents.Tests.Formats;

public sealed class PageRangesTests
{
    [Theory]
    [InlineData(new[] { 7 }, "7")]
    [InlineData(new[] { 3, 4, 5, 9 }, "3-5, 9")]
    [InlineData(new[] { 1, 3 }, "1, 3")]
    public void Pages_that_follow_each_other_are_a_range(int[] pages, string named) => Assert.Equal(named, PageRanges.Of(pages));

    [Fact]
    public void A_sentence_has_room_for_fifty_and_counts_the_rest()
    {
        var named = PageRanges.Of([.. Enumerable.Range(0, 60).Select(index => 1001 + (index * 2))]);

        Assert.EndsWith(", 1099 and 10 more up to 1119", named, StringComparison.Ordinal);
        Assert.True(named.Length < 900);
    }
}
