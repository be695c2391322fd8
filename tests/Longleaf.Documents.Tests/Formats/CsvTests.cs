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

    [Theory]
    [InlineData("sep=;\r\na,x;b\r\n1;2\r\n", "| a,x | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("\"sep=|\"\na|b\n", "| a | b |\n| --- | --- |")]
    [InlineData("a,b\n5\" pipe,\"x\"y\n", "| a | b |\n| --- | --- |\n| 5\" pipe | xy |")]
    [InlineData("a,b\r1,\r", "| a | b |\n| --- | --- |\n| 1 |  |")]
    [InlineData("a,b\n\n \n1,2", "| a | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("a,b\n1\0,  2  3  of a row that is long enough to be text\n", "| a | b |\n| --- | --- |\n| 1 | 2 3 of a row that is long enough to be text |")]
    [InlineData("a,b\n\"never, closed\n", "| a | b |\n| --- | --- |\n| never, closed |  |")]
    [InlineData(",\n,\n", "|  |  |\n| --- | --- |\n|  |  |")]
    public void Rows_are_read_as_people_mean_them(string text, string expected) => Assert.Equal(expected, Parsed.Of("a.csv", text).Text);

    [Fact]
    public void Cells_come_back_wherever_the_reader_s_window_ends()
    {
        var cell = Gen.OneOf(Gen.Char['a', 'z'], Gen.OneOf('"', ',', '\n', '\r', 'é', '字')).Array[0, 30].Select(units => "x" + new string(units) + "x");
        Gen.Select(cell.Array[3].Array[1, 20], Gen.Int[0, 300]).Sample(
            (rows, padding) =>
            {
                // What stands before fills the window up to somewhere within the rows.
                var first = new string('p', (128 * 1024) - 400 + padding);
                var text = $"{first},b,c\n" + string.Concat(rows.Select(row => string.Join(',', row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
                var expected = rows.Select(row => string.Concat(row.Select(value => $" {string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} |")));

                Assert.Equal(expected, Parsed.Of("a.csv", text).Text.Split('\n').Skip(2).Select(line => line[1..]));
            },
            iter: 50);
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
