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

    [Fact]
    public void Quotes_nested_without_end_are_text_or_a_failure()
    {
        var parsed = Parsed.Of("a.md", new string('>', 50_000) + " deep");

        Assert.True(parsed.Failure is null or DocumentFailureCode.TooLarge);
    }
}
