using CsCheck;
using Longleaf.Reading.Citations;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Longleaf.Reading.Tests.Citations;

public sealed class QuotedTextTests
{
    private static readonly MarkdownPipeline[] Pipelines =
    [
        new MarkdownPipelineBuilder().Build(),
        new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseTaskLists().UseFootnotes().Build(),
        new MarkdownPipelineBuilder().UseAdvancedExtensions().Build(),
    ];

    private static readonly Gen<string> Hostile = Gen.OneOf(
        "[", "]", "(", ")", "!", "<", ">", "`", "``", "\\", "*", "**", "_", "|", "#", "- ", "1. ", "\n", "\n\n", " ", "\t", "&lt;", "&#91;", "&", ";", "~~", "http://", "https://evil.example/a", "HTTPS://EVIL.example",
        "www.evil.example", "ftp://x.y", "mailto:a@b.c", "tel:123", "javascript:alert(1)", "a@b.example", "<img src=x onerror=alert(1)>", "<script>", "</a>", "<!--", "-->", "<?", "![x](http://e/p.png)",
        "[click](javascript:alert(1))", "[a][b]", "[b]: http://e", "<http://e>", "```", "---", "===", ">", ":::", "{.x}", "$$", "[^1]", "[x]", "|---|", "word", "字", "。", "😀", "\u0301", "\u202e", "\"", "'", ":", "//");

    [Fact]
    public void A_quote_never_brings_a_link_an_image_or_HTML_to_life() =>
        Gen.Select(Hostile.Array[0, 14], Gen.String[0, 8], (parts, tail) => string.Concat(parts) + tail).Sample(
            text =>
            {
                var inert = QuotedText.Inert(text);
                Assert.DoesNotContain('\n', inert);
                foreach (var pipeline in Pipelines)
                {
                    AssertInert(Markdown.Parse("**Answer** " + inert + " (file, p. 1)", pipeline), text);
                    AssertInert(Markdown.Parse("- " + inert, pipeline), text);
                    AssertInert(Markdown.Parse(inert, pipeline), text);
                    AssertInert(Markdown.Parse("| a | b |\n| --- | --- |\n| " + inert + " | 2 |", pipeline), text);
                }
            },
            iter: 6000);

    [Theory]
    [InlineData("72 dB(A) at 1,400 rpm", "72 dB(A) at 1,400 rpm")]
    [InlineData("See [the manual](https://evil.example/x) for **more**.", "See the manual for more.")]
    [InlineData("![logo](x.png) Welcome", "logo Welcome")]
    [InlineData("Visit https://evil.example/a?b=c now", "Visit `https://evil.example/a?b=c` now")]
    [InlineData("Write to info@example.org.", "Write to `info@example.org`.")]
    [InlineData("# Not a heading", "#\u00a0Not a heading")]
    [InlineData("1986. A great year", "1986.\u00a0A great year")]
    [InlineData("a snake_case_name stays", "a snake_case_name stays")]
    [InlineData("AT&T pays r[rs1] if i = 0, see #42", "AT&T pays r[rs1] if i = 0, see #42")]
    [InlineData("&lt;b&gt;", "\\&lt;b\\&gt;")]
    [InlineData("<b>bold</b>", "\\<b>bold\\</b>")]
    [InlineData("2 * 3 = 6, 10^6", "2 * 3 = 6, 10^6")]
    [InlineData("Data: 5 GB", "Data: 5 GB")]
    [InlineData("if a < b then *c*", "if a < b then c")]
    [InlineData("违约金为合同总额的 5%。", "违约金为合同总额的 5%。")]
    public void A_quote_reads_as_it_did(string text, string inert) => Assert.Equal(inert, QuotedText.Inert(text));

    [Theory]
    [InlineData("packages__tests__test_files.docx", "packages__tests__test_files.docx")]
    [InlineData("合同_2024.docx", "合同_2024.docx")]
    [InlineData("[x](y).pdf", "\\[x\\](y).pdf")]
    [InlineData("<img src=x>.pdf", "\\<img src=x>.pdf")]
    public void A_file_name_is_shown_as_it_is(string name, string shown) => Assert.Equal(shown, QuotedText.FileName(name));

    [Fact]
    public void A_very_long_file_name_is_shortened_in_its_middle()
    {
        var shown = QuotedText.FileName(new string('a', 200) + "-final.pdf");

        Assert.InRange(shown.Length, 20, 60);
        Assert.StartsWith("aaaa", shown, StringComparison.Ordinal);
        Assert.EndsWith("a-final.pdf", shown, StringComparison.Ordinal);
    }

    private static void AssertInert(MarkdownDocument rendered, string text)
    {
        foreach (var node in rendered.Descendants())
        {
            Assert.False(node is LinkInline or AutolinkInline or HtmlInline or HtmlBlock or LinkReferenceDefinition, $"{node.GetType().Name} in {text}");
        }
    }
}
