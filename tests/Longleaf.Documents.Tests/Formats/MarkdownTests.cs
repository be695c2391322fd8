using CsCheck;

namespace Longleaf.Documents.Tests.Formats;

public sealed class MarkdownTests
{
    [Fact]
    public void Blocks_are_found_and_kept_as_they_are()
    {
        const string Source = """
            # Title

            Some *text* with a [link](http://example.org).

            Second
            ------

            - one
              - inner
            - two

            | a | b |
            | --- | --- |
            | 1 | 2 |

            ```csharp
            var x = 1;
            ```

            > quoted
            """;

        var parsed = Parsed.Of("a.md", Source);

        BlockRules.Check(parsed.Blocks);
        Assert.Equal(
            [
                (BlockKind.Heading, "# Title"), (BlockKind.Paragraph, "Some *text* with a [link](http://example.org)."),
                (BlockKind.Heading, "## Second"), (BlockKind.ListItem, "- one"), (BlockKind.ListItem, "  - inner"), (BlockKind.ListItem, "- two"),
                (BlockKind.Table, "| a | b |\n| --- | --- |\n| 1 | 2 |"), (BlockKind.Code, "```csharp\nvar x = 1;\n```"), (BlockKind.Quote, "> quoted"),
            ],
            parsed.Blocks.Select(block => (block.Kind, block.Text)));
        Assert.Equal(["Title", "Second"], parsed.Blocks[^1].Location.Section);
        Assert.Equal(Source.Replace("Second\n------", "## Second", StringComparison.Ordinal), parsed.Text);
    }

    [Fact]
    public void What_stands_between_and_behind_nested_lists_is_kept()
    {
        const string Source = "- one\n  - inner\n\n  goes on\n\n  - again\n- two\n";

        var parsed = Parsed.Of("a.md", Source);

        Assert.Equal(["- one", "  - inner", "  goes on", "  - again", "- two"], parsed.Blocks.Select(block => block.Text.Trim('\n')));
    }

    [Fact]
    public void Tables_notes_and_definitions_are_told_from_prose()
    {
        const string Source = "Before\na \\| b | c\n--- | :-:\n1 | 2\n\n[^1]: A note.\n\n[home]: http://example.org\n\nAfter | no table";

        var parsed = Parsed.Of("a.md", Source);

        Assert.Equal(
            [
                (BlockKind.Paragraph, "Before"), (BlockKind.Table, "a \\| b | c\n--- | :-:\n1 | 2"), (BlockKind.Note, "[^1]: A note."),
                (BlockKind.Paragraph, "[home]: http://example.org"), (BlockKind.Paragraph, "After | no table"),
            ],
            parsed.Blocks.Select(block => (block.Kind, block.Text)));
    }

    [Fact]
    public void A_large_file_keeps_its_headings_and_its_words()
    {
        var part = "## Part\n\nSome text of it.\n\n- item\n\n```\n## no heading\n\nText in code\n```\n\n";
        var source = string.Concat(Enumerable.Range(0, 12_000).Select(index => part.Replace("Part", $"Part {index}", StringComparison.Ordinal)));

        var parsed = Parsed.Of("a.md", source);

        Assert.True(source.Length > 800_000);
        Assert.Equal(12_000, parsed.Blocks.Count(block => block.Kind == BlockKind.Heading));
        Assert.Equal(12_000, parsed.Blocks.Count(block => block.Kind == BlockKind.Code));
        Assert.Equal(source.TrimEnd(), parsed.Text);
    }

    [Fact]
    public void Real_files_keep_their_words()
    {
        foreach (var file in Corpus.Files("md"))
        {
            var parsed = Parsed.OfFile(file.FullPath);
            BlockRules.Check(parsed.Blocks);
            Assert.True(TextScore.Of(parsed.Text, Parsed.Of("a.txt", File.ReadAllBytes(file.FullPath)).Text).Words >= 97, file.FullPath);
        }
    }

    [Fact]
    public void Any_text_is_read_whatever_its_marks() =>
        Gen.OneOf('#', ' ', '\n', '-', '>', '|', '`', '*', '1', '.', '[', ']', '(', ')', 'a', '\t', ':', '=', '^').Array[0, 400]
            .Select(units => new string(units))
            .Sample(text => BlockRules.Check(Parsed.Of("a.md", text).Blocks));

    [Theory]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("> ")]
    [InlineData("> - 2) ")]
    public void What_is_nested_without_end_is_read_as_text_and_says_so(string mark)
    {
        var parsed = Parsed.Of("a.md", "# Title\n\n" + string.Concat(Enumerable.Repeat(mark, 5_000)) + "deep");

        Assert.EndsWith("deep", parsed.Text, StringComparison.Ordinal);
        Assert.Contains("nested", Assert.Single(parsed.Info.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- - - - - -", 60)]
    [InlineData("    - one", 20)]
    public void Rules_and_lists_of_some_depth_are_parsed(string line, int times)
    {
        var parsed = Parsed.Of("a.md", $"# Title\n\n{string.Concat(Enumerable.Repeat(line == "- - - - - -" ? line + " " : line + "\n", times))}\n\nText.");

        Assert.Empty(parsed.Info.Warnings);
        Assert.Equal("Text.", parsed.Blocks[^1].Text);
        Assert.Equal(["Title"], parsed.Blocks[^1].Location.Section);
    }

    [Fact]
    public void Quotes_nested_without_end_are_text_or_a_failure()
    {
        var parsed = Parsed.Of("a.md", new string('>', 50_000) + " deep");

        Assert.True(parsed.Failure is null or DocumentFailureCode.TooLarge);
    }
}
