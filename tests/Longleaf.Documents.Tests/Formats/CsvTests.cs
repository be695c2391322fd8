using CsCheck;

namespace Longleaf.Documents.Tests.Formats;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a|b\r\n1|2\r\n")]
    public void The_delimiter_is_found(string text) =>
        Assert.Equal("| a | b |\n| --- | --- |\n| 1 | 2 |", Parsed.Of("a.csv", text).Text);

    [Fact]
    public void Cells_stay_in_their_row()
    {
        var parsed = Parsed.Of("a.csv", "name,note\n\"Smith, J\",\"two\nlines | \"\"quoted\"\"\"\nshort\nlong,1,2\n");

        Assert.Equal(
            "| name | note |\n| --- | --- |\n| Smith, J | two lines \\| \"quoted\" |\n| short |  |\n| long | 1 | 2 |", parsed.Text);
    }

    [Fact]
    public void A_long_table_comes_in_blocks_that_know_their_rows()
    {
        var text = "id,name\n" + string.Concat(Enumerable.Range(1, 2000).Select(row => $"{row},name of {row}\n"));

        var parsed = Parsed.Of("a.csv", text);

        BlockRules.Check(parsed.Blocks);
        Assert.True(parsed.Blocks.Count > 10);
        Assert.All(parsed.Blocks.Skip(1), block => Assert.Equal(BlockJoin.Line, block.Join));
        Assert.All(parsed.Blocks.Skip(1), block => Assert.StartsWith($"| {block.Location.Row - 1} |", block.Text, StringComparison.Ordinal));
        Assert.Equal(2002, parsed.Text.Split('\n').Length);
    }

    [Fact]
    public void A_quote_that_never_ends_is_a_failure_or_text()
    {
        var parsed = Parsed.Of("a.csv", "a,b\n\"" + new string('x', 20_000_000));

        Assert.Equal(DocumentFailureCode.Malformed, parsed.Failure);
    }

    [Fact]
    public void Any_bytes_are_a_table_or_a_failure() =>
        Gen.OneOf(Gen.Byte, Gen.OneOf<byte>(10, 13, 34, 44, 59)).Array[0, 500]
            .Sample(bytes => BlockRules.Check(Parsed.Of("a.csv", bytes).Blocks));

    [Fact]
    public void Tables_of_docling_and_csv_spectrum_come_out_as_they_expect()
    {
        var scores = Corpus.Files("csv")
            .Select(file => (File: file, Truth: Corpus.TruthOf(file, ".md")))
            .Where(entry => entry.Truth is not null)
            .Select(entry => TextScore.Of(Parsed.OfFile(entry.File.FullPath).Text, entry.Truth!))
            .ToList();

        Assert.True(scores.Count >= 5);
        Assert.True(scores.Average(score => score.Triples) >= 95, string.Join(' ', scores));
    }
}
