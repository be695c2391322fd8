using CsCheck;

namespace Longleaf.Documents.Tests.Formats;

public sealed class JsonTests
{
    [Theory]
    [InlineData("y_", false)]
    [InlineData("n_", true)]
    public void JSONTestSuite_is_accepted_and_refused_as_it_is_labelled(string label, bool isRefused)
    {
        var files = Corpus.Files("json").Where(file => Path.GetFileName(file.Source).StartsWith(label, StringComparison.Ordinal)).ToList();

        var wrong = files.Where(file => Parsed.OfFile(file.FullPath).Failure is not null != isRefused).Select(file => Path.GetFileName(file.Source));

        Assert.True(files.Count > 40);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Lines_of_objects_are_read()
    {
        const string Lines = """
            {"name":"Ada","born":1815}
            {"name":"Alan","born":1912}
            """;

        Assert.Equal(Lines, Parsed.Of("people.jsonl", Lines).Text);
    }

    [Fact]
    public void Blocks_know_the_path_at_which_they_start_and_numbers_stay_as_they_are()
    {
        var items = Enumerable.Range(0, 400).Select(index => $"{{\"id\": {index}, \"price\": 1.50e+1, \"of it\": \"{new string('x', 40)}\"}}");
        var text = $"{{\n\"shop\": {{\"items\": [\n{string.Join(",\n", items)}\n]}}}}";

        var parsed = Parsed.Of("shop.json", text);

        BlockRules.Check(parsed.Blocks);
        Assert.Equal(text, parsed.Text);
        Assert.Equal("$", parsed.Blocks[0].Location.Path);
        Assert.True(parsed.Blocks.Count > 10);
        Assert.All(parsed.Blocks.Skip(1), block => Assert.StartsWith(
            $"{{\"id\": {block.Location.Path!["$.shop.items[".Length..^1]},", block.Text, StringComparison.Ordinal));
        Assert.All(parsed.Blocks.Skip(1), block => Assert.Equal(text.Split('\n')[block.Location.Row!.Value - 1], block.Text.Split('\n')[0]));
    }

    [Fact]
    public void One_long_line_is_cut_between_values_and_comes_back_whole()
    {
        var text = "[" + string.Join(',', Enumerable.Range(0, 3000).Select(index => $"{{\"a b\":{{\"c\":{index}}}}}")) + "]";

        var parsed = Parsed.Of("a.json", text);

        BlockRules.Check(parsed.Blocks);
        Assert.Equal(text, parsed.Text);
        Assert.True(parsed.Blocks.Count > 5);
        Assert.All(parsed.Blocks.Skip(1), block => Assert.Matches(@"^\$\[\d+\](\['a b'\](\.c)?)?$", block.Location.Path));
        Assert.All(parsed.Blocks, block => Assert.Equal(1, block.Location.Row));
    }

    [Theory]
    [InlineData("~{")]
    [InlineData("~{~}")]
    [InlineData("~{ab")]
    [InlineData("~{<:Ky2;~} ~a")]
    public void Tildes_and_braces_are_no_escapes(string value)
    {
        var json = $"[\"{value}\", \"{new string('x', 100)}\"]";

        Assert.Equal(json, Parsed.Of("a.json", json).Text);
    }

    [Fact]
    public void Any_value_comes_back_as_it_was()
    {
        var text = Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u4E00', '\u4FFF'], Gen.OneOf('é', '\t', '"', '\\')).Array[0, 3000].Select(units => new string(units));
        text.Array[1, 8].Sample(values =>
        {
            var json = System.Text.Json.JsonSerializer.Serialize(values);

            var parsed = Parsed.Of("a.json", json);
            Assert.True(parsed.End is ReaderEvent.Completed, $"{parsed.End}");
            Assert.Equal(json, parsed.Text);
        });
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        Assert.Equal(DocumentFailureCode.TooLarge, Parsed.Of("a.json", new string('[', 100_000)).Failure);
    }

    [Fact]
    public void A_cut_file_is_malformed_and_the_line_is_named()
    {
        var parsed = Parsed.Of("a.json", "{\n\"a\": 1,\n\"b\": ");

        Assert.Equal(DocumentFailureCode.Malformed, parsed.Failure);
        Assert.Contains("line 3", ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }
}
