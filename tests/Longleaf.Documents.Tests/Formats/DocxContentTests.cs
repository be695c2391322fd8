using static Longleaf.Documents.Tests.Formats.DocxBuilder;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>What stands in a document besides plain runs: controls, fields, formulas, drawings, other documents.</summary>
public sealed class DocxContentTests
{
    private static string Field(string code) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Text(string content) => Parsed.Of("a.docx", OfBody($"<w:p>{content}</w:p>")).Text;

    private static string Formula(string content) => Text($"<m:oMath>{content}</m:oMath>");

    private static string Run(string text) => $"<m:r><m:t>{text}</m:t></m:r>";

    [Theory]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Tea</w:t></w:r>", "[x] Tea")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Milk</w:t></w:r>", "[ ] Milk")]
    [InlineData("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value=\"no\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>", "chosen")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType=\"end\"/><w:t> yes</w:t></w:r>", "[x] yes")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"red\"/><w:listEntry w:val=\"blue\"/></w:ddList></w:ffData></w:fldChar><w:instrText>FORMDROPDOWN</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>", "blue")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>\uF0FC</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>words</w:t></w:r>", "✓αwords")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:sym w:font=\"Symbol\" w:char=\"F0F2\"/><w:sym w:font=\"Symbol\" w:char=\"F0FF\"/></w:r>", "→∫")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"new\"><w:drawing/></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>", "old")]
    [InlineData("<w:r><w:pict><v:shape><v:textpath string=\"DRAFT\"/></v:shape></w:pict></w:r>", "DRAFT")]
    [InlineData("<w:r><w:t>broken\nline</w:t></w:r>", "broken line")]
    public void What_is_seen_is_told(string content, string expected) => Assert.Equal(expected, Text(content));

    [Theory]
    [InlineData("SYMBOL 183 \\f Symbol \\s 10", "•")]
    [InlineData("SYMBOL 0x61 \\f \"Symbol\"", "α")]
    [InlineData("EQ \\f(1,2)", "1/2")]
    [InlineData("EQ \\a \\al (Milk,Eggs,Tea)", "Milk Eggs Tea")]
    [InlineData("EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\up 9(かな),漢字)", "漢字")]
    [InlineData("EQ \\o\\ac(○,1)", "1")]
    [InlineData("EQ \\r(3,x)", "x^(1/3)")]
    [InlineData("EQ \\f(((((((((((((((((((((((((((((", "")]
    [InlineData("PAGE", "")]
    public void Fields_without_a_result_show_what_Word_draws(string code, string expected)
    {
        var text = Text("<w:r><w:t>x </w:t></w:r>" + Field(code));

        Assert.StartsWith($"x {expected}".TrimEnd(), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_of_attributes_without_end_are_refused()
    {
        var parsed = Parsed.Of("a.docx", OfBody($"<w:p {string.Concat(Enumerable.Range(0, 100_000).Select(index => $" a{index}='x'"))}><w:r><w:t>text</w:t></w:r></w:p>"));

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
    }

    // Word keeps whole drawings in an attribute.
    [Fact]
    public void Attributes_may_be_long() =>
        Assert.Equal("text", Text($"<w:r v:gfxdata=\"{string.Concat(Enumerable.Repeat("a='b'&gt;><!-- =", 20_000)).Replace("<", "&lt;", StringComparison.Ordinal)}\"><w:t>text</w:t></w:r>").TrimEnd());

    [Fact]
    public void Formulas_are_written_as_LaTeX_has_them()
    {
        Assert.Equal(@"$\pi r^{2}\pm 2 \infty$", Formula(Run("π") + $"<m:sSup><m:e>{Run("r")}</m:e><m:sup>{Run("2")}</m:sup></m:sSup>" + Run("±2∞")));
        Assert.Equal(@"$\sin \theta$", Formula($"<m:func><m:fName>{Run("sin")}</m:fName><m:e>{Run("θ")}</m:e></m:func>"));
        Assert.Equal(@"$\left( a|b \right]$", Formula($"<m:d><m:dPr><m:endChr m:val=\"]\"/></m:dPr><m:e>{Run("a")}</m:e><m:e>{Run("b")}</m:e></m:d>"));
        Assert.Equal(@"$\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}$", Formula($"<m:m><m:mr><m:e>{Run("1")}</m:e><m:e>{Run("2")}</m:e></m:mr><m:mr><m:e>{Run("3")}</m:e><m:e>{Run("4")}</m:e></m:mr></m:m>"));
        Assert.Equal(@"$\sum_{i}^{n} x$", Formula($"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{Run("i")}</m:sub><m:sup>{Run("n")}</m:sup><m:e>{Run("𝑥")}</m:e></m:nary>"));
        Assert.Equal(@"$\vec{v}\overline{w}$", Formula($"<m:acc><m:accPr><m:chr m:val=\"\u20D7\"/></m:accPr><m:e>{Run("v")}</m:e></m:acc><m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr><m:e>{Run("w")}</m:e></m:bar>"));
        Assert.Equal("$$x$$", Text($"<m:oMathPara><m:oMath>{Run("x")}</m:oMath></m:oMathPara>"));
    }

    [Fact]
    public void Formulas_nested_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<m:rad><m:e>", 300)) + string.Concat(Enumerable.Repeat("</m:e></m:rad>", 300));

        Assert.Equal(DocumentFailureCode.TooLarge, Parsed.Of("a.docx", OfBody($"<w:p><m:oMath>{deep}</m:oMath></w:p>")).Failure);
    }

    [Fact]
    public void A_frame_of_one_cell_keeps_what_stands_in_it() => Assert.Equal(
        "# Boxed\n\nText in it.",
        Parsed.Of("a.docx", OfBody("<w:tbl><w:tr><w:tc>" + Paragraph("<w:pStyle w:val=\"Heading1\"/>", "Boxed") + Paragraph("", "Text in it.") + "</w:tc></w:tr></w:tbl>")).Text);

    [Fact]
    public void Code_is_one_fenced_block_and_quotes_are_quoted() => Assert.Equal(
        "```\na = 1\n\n  b = 2\n```\n\n> Said.",
        Parsed.Of("a.docx", OfBody(
            Paragraph("<w:pStyle w:val=\"C\"/>", "a = 1") + Paragraph("<w:pStyle w:val=\"C\"/>", "") + "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t xml:space=\"preserve\">  b = 2</w:t></w:r></w:p>"
            + Paragraph("<w:pStyle w:val=\"Q\"/>", "Said."),
            "<w:style w:styleId=\"C\"><w:name w:val=\"HTML Preformatted\"/></w:style><w:style w:styleId=\"Q\"><w:name w:val=\"Intense Quote\"/></w:style>")).Text);

    [Fact]
    public void Charts_and_diagrams_are_told()
    {
        const string Chart = "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart>"
            + "<c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>North</c:v></c:pt></c:strCache></c:strRef></c:tx>"
            + "<c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>Q1</c:v></c:pt><c:pt idx=\"1\"><c:v>Q2</c:v></c:pt></c:strCache></c:strRef></c:cat>"
            + "<c:val><c:numRef><c:numCache><c:formatCode>0.0</c:formatCode><c:pt idx=\"1\"><c:v>4.25</c:v></c:pt><c:pt idx=\"99999999\"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>";
        var parsed = Parsed.Of("a.docx", OfBody(
            "<w:p><w:r><w:t>See:</w:t><w:drawing><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"c\"/></w:drawing>"
            + "<w:drawing><d:relIds xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"d\"/></w:drawing></w:r></w:p>",
            ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id=\"c\" Type=\"{Types}/chart\" Target=\"charts/chart1.xml\"/><Relationship Id=\"d\" Type=\"{Types}/diagramData\" Target=\"diagrams/data1.xml\"/></Relationships>"),
            ("word/charts/chart1.xml", Chart),
            ("word/diagrams/data1.xml", "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><d:pt><d:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></d:t></d:pt><d:pt><d:t><a:p><a:r><a:t>Build</a:t></a:r></a:p></d:t></d:pt></d:dataModel>")));

        Assert.Equal("See:\n\nChart: Sales; series: North\n\n|  | North |\n| --- | --- |\n| Q1 |  |\n| Q2 | 4.3 |\n\nPlan\n\nBuild", parsed.Text);
    }

    [Theory]
    [InlineData("html", "<h2>Title</h2><ul><li>item</li></ul>", "## Title\n\n- item")]
    [InlineData("mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"a\">Gr=C3=BC=\r\n=C3=9Fe</p>\r\n--x--", "Grüße")]
    [InlineData("txt", "one\r\ntwo", "one\n\ntwo")]
    public void Another_document_within_it_is_read(string extension, string content, string expected) => Assert.Equal(
        expected,
        Parsed.Of("a.docx", OfBody(
            "<w:altChunk r:id=\"x\"/>",
            ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id=\"x\" Type=\"{Types}/aFChunk\" Target=\"chunk.{extension}\"/></Relationships>"),
            ($"word/chunk.{extension}", content))).Text);

    [Fact]
    public void Links_lead_where_their_own_part_says()
    {
        var parsed = Parsed.Of("a.docx", OfBody(
            "<w:p><w:r><w:t>See</w:t><w:footnoteReference w:id=\"7\"/></w:r></w:p>",
            ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Types}/hyperlink\" Target=\"http://wrong.example\" TargetMode=\"External\"/><Relationship Id=\"f\" Type=\"{Types}/footnotes\" Target=\"footnotes.xml\"/></Relationships>"),
            ("word/_rels/footnotes.xml.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Types}/hyperlink\" Target=\"http://right.example\" TargetMode=\"External\"/></Relationships>"),
            ("word/footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"7\"><w:p><w:hyperlink r:id=\"r\"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p></w:footnote></w:footnotes>")));

        Assert.Equal("See[^1]\n\n[^1]: [there](http://right.example)", parsed.Text);
    }
}
