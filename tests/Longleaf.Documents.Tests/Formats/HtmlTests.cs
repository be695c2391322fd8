using CsCheck;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Html;

namespace Longleaf.Documents.Tests.Formats;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<h2>One <br/>two</h2><p>a\n b<br>c</p>", "## One two\n\na b\nc")]
    [InlineData("<p>one<p>two<div>three</div>four", "one\n\ntwo\n\nthree\n\nfour")]
    [InlineData("<ol start='3'><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>", "3. a\n  - b\n4. c\n\n  d")]
    [InlineData("<ol type='a'><li>x<li>y</ol><ol type=I reversed start=4><li>z<li value=2>w</ol>", "- a. x\n- b. y\n- IV. z\n- II. w")]
    [InlineData("<blockquote><p>a<br/>b</p><blockquote>c</blockquote></blockquote>", "> a\n> b\n\n> > c")]
    [InlineData("<pre>\n a\n  b</pre>", "```\n a\n  b\n```")]
    [InlineData("<p>call <code>f(x)</code></p>", "call `f(x)`")]
    [InlineData("<p>see <a href='http://example.org/a b'>site</a> and <a href='ch2.xhtml#x'>chapter</a></p>", "see [site](http://example.org/a%20b) and chapter")]
    [InlineData("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>を</p>", "漢字(かんじ)を")]
    [InlineData("<p>日本\n語 and\nmore</p>", "日本語 and more")]
    [InlineData("<p>co&shy;op &amp; caf\u0065\u0301 &hellip;&nbsp;x</p>", "coop & café …\u00A0x")]
    [InlineData("<p>10<sup>6</sup> m<sup>-2</sup> 1<sup>st</sup></p>", "10^6 m^-2 1st")]
    [InlineData("<p><img alt='T'/>he <img alt='A map of Georgia'/> <img alt='img1.jpg'/></p>", "The [Image: A map of Georgia]")]
    [InlineData("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "Term\n: Meaning")]
    [InlineData("<p>a<script>if (a<b) {}</script><style>p{}</style><title>t</title>b</p>", "ab")]
    [InlineData("<script src='x'/><p>seen</p><title/><p>also</p>", "seen\n\nalso")]
    [InlineData("<!DOCTYPE html [<!ENTITY x 'y>z'>]><html><body>text</body></html>", "text")]
    [InlineData("<nav epub:type='page-list' hidden=''><ol><li>1</li></ol></nav><nav><ol><li>one</li></ol></nav>", "- one")]
    [InlineData("<math alttext='x^2'><mi>x</mi></math><svg><title>t</title><text>in a drawing</text></svg>", "x^2\n\nin a drawing")]
    public void Elements_become_Markdown(string html, string expected) => Assert.Equal(expected, Read(html));

    [Theory]
    [InlineData("<p>word<a epub:type='noteref' href='#n1'>1</a></p><aside epub:type='footnote' id='n1'><p>1. The note.</p><p>More.</p></aside>", "word[^1]\n\n[^1]: The note.\n\nMore.")]
    [InlineData("<p>word<sup><a href='#n'>2</a></sup></p><p id='n'><sup><a href='#back'>2</a></sup> The note.</p>", "word[^2]\n\n[^2]: The note.")]
    [InlineData("<p>a<a href='#x'>*</a> b<a href='#y'>*</a></p><p><a id='x'></a>first</p><p id='y'>second</p>", "a[^1] b[^2]\n\n[^1]: first\n\n[^2]: second")]
    [InlineData("<p><sup><a href='#v1'>1</a></sup> In the beginning <sup><a href='#v2'>2</a></sup> And the earth</p>", "1 In the beginning 2 And the earth")]
    public void Notes_are_told_by_their_references(string html, string expected) => Assert.Equal(expected, Read(html));

    [Theory]
    [InlineData("<table><caption>Sales</caption><tr><th>a<th>b|c<tr><td>1<td>2</table>", "Sales\n\n| a | b\\|c |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("<table><tr><td colspan=2>both</td><td>c</td></tr><tr><td rowspan=2>North</td><td>1</td><td/></tr><tr><td>2</td><td>3</td></tr></table>",
        "| both |  | c |\n| --- | --- | --- |\n| North | 1 |  |\n| North | 2 | 3 |")]
    [InlineData("<table><tfoot><tr><td>sum</td><td>3</td></tr></tfoot><tbody><tr><td>a</td><td>1</td></tr></tbody></table>", "| a | 1 |\n| --- | --- |\n| sum | 3 |")]
    [InlineData("<table><tr><td><p>a frame</p><p>of text</p></td></tr></table>", "a frame\n\nof text")]
    [InlineData("<table><tr><td><table><tr><td>in</td><td>ner</td></tr></table></td><td><ul><li>x</li><li>y</li></ul></td></tr></table>", "| in ner | x y |\n| --- | --- |")]
    public void Tables_become_rows(string html, string expected) => Assert.Equal(expected, Read(html));

    [Fact]
    public void Titles_stand_where_a_chapter_has_no_heading_and_never_twice()
    {
        ChapterTitle[] titles = [new(null, "Part One", 1), new("c1", "Chapter 1. Loomings", 2), new("c2", "The Carpet-Bag", 2), new("c3", "Has one", 2)];
        var more = new string('x', 1000);
        var html = $"<p>Preface.</p><p id='c1'>CHAPTER 1</p><p>Loomings</p><p>Call me Ishmael.</p><p id='c2'>I stuffed a shirt.</p><h3 id='c3'>A heading</h3><p>{more}</p>";

        Assert.Equal(
            $"# Part One\n\nPreface.\n\n## CHAPTER 1 Loomings\n\nCall me Ishmael.\n\n## The Carpet-Bag\n\nI stuffed a shirt.\n\n### A heading\n\n{more}", Read(html, titles));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote><ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a href='http://x.example/'><sup><ruby>x<rt>")]
    public void Depth_is_bounded_and_costs_no_text(string opening)
    {
        var text = Read(string.Concat(Enumerable.Repeat(opening, 50_000)) + "at the bottom");

        Assert.Contains("at the bottom", text, StringComparison.Ordinal);
        Assert.True(text.Length < 2_000_000, $"{text.Length}");
    }

    [Fact]
    public void A_table_of_spans_ends_at_a_limit()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td rowspan=60000 colspan=1000>" + new string('x', 1000), 1000));

        Assert.Equal(DocumentFailureCode.TooLarge, Assert.Throws<UnreadableException>(() => Read("<table>" + rows)).Failure.Code);
    }

    [Fact]
    public void No_markup_makes_the_walk_throw()
    {
        string[] pieces =
        [
            "<p>", "</p>", "<h1>", "</h2>", "<ol start=9>", "<ul>", "<li>", "</ol>", "<table>", "<tr>", "<td rowspan=3>", "<td colspan='2'>", "</td>", "</table>", "<tfoot>",
            "<a href='#a'>", "<a href='http://e.example'>", "</a>", "<sup>", "</sup>", "<ruby>", "<rt>", "<rp>", "</ruby>", "<pre>", "</pre>", "<code>", "</code>", "<dl><dt>",
            "<dd>", "<blockquote>", "</blockquote>", "<aside epub:type=footnote id=a>", "</aside>", "<script>", "</script>", "<![CDATA[", "]]>", "<!--", "-->", "<img alt=x>",
            "<br>", "<nav>", "</nav>", "<svg>", "<math>", "&#0;", "&#xD800;", "&nope;", "text", " ", "\n", "1", "*", "字", "\u0301", "\uD800", "<", ">", "\"", "=",
        ];
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]), Gen.String[0, 6]).Array[0, 60].Sample(
            parts =>
            {
                var blocks = new List<Block>();
                var places = new CanonicalTextWriter(Stream.Null);
                Read(string.Concat(parts), [new("a", "Title", 1)], new BlockSink(block => blocks.Add(places.Append(block)), _ => { }, new ParseLimits()));
                BlockRules.Check(blocks);
            },
            iter: 3000);
    }

    private static string Read(string html, IReadOnlyList<ChapterTitle>? titles = null)
    {
        using var output = new MemoryStream();
        var places = new CanonicalTextWriter(output);
        Read(html, titles ?? [], new BlockSink(block => places.Append(block), _ => { }, new ParseLimits()));
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Read(string html, IReadOnlyList<ChapterTitle> titles, BlockSink sink)
    {
        var byAnchor = ChapterTitles.ByAnchor(titles);
        var titled = new ChapterTitles(byAnchor, titles.Where(title => title.Anchor is null), new HtmlBlockWriter(sink).Write);
        new HtmlReader(sink.Limits, new NoteLabels(), "a.xhtml", byAnchor.Keys.ToHashSet(), titled.Add).Read(html);
        titled.Complete();
    }
}
