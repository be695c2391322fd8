namespace Longleaf.Documents.Tests.Formats;

public sealed class JsonTests
{
    [Fact]
    public void JSONTestSuite_is_accepted_and_refused_as_it_is_labelled()
    {
        var wrong = Corpus.Files("json")
            .Where(file => file.Source.StartsWith("nst/JSONTestSuite", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file.FullPath), Parsed: Parsed.OfFile(file.FullPath), file.Truth))
            .Where(file => file.Truth switch
            {
                "must parse" => file.Parsed.Failure is not null,
                "must reject" => file.Parsed.Failure is null,
                _ => false,
            })
            .Select(file => file.Name)
            .ToList();

        // A value after a value is JSON Lines, which we read; a file of nothing is blank either way.
        Assert.DoesNotContain(wrong, name => !Accepted.Any(allowed => name.Contains(allowed, StringComparison.Ordinal)));
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

    private static readonly string[] Accepted = [];
}
