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
