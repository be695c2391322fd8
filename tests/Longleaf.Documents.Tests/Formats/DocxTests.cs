using CsCheck;
using DocumentFormat.OpenXml.Wordprocessing;
using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Tests.Formats;

public sealed class DocxTests
{
    [Fact]
    public void Numbers_stand_as_Word_shows_them()
    {
        var bytes = DocxBuilder.Build((main, body) =>
        {
            DocxBuilder.AddNumbering(main);
            body.Append(
                DocxBuilder.Text("first", numbering: 1), DocxBuilder.Text("inner", numbering: 1, level: 1),
                DocxBuilder.Text("deep", numbering: 1, level: 2), DocxBuilder.Text("inner again", numbering: 1, level: 1),
                DocxBuilder.Text("second", numbering: 1), DocxBuilder.Text("starts again", numbering: 1, level: 1),
                DocxBuilder.Text("bullet", numbering: 2), DocxBuilder.Text("five", numbering: 3));
        });

        Assert.Equal(
            """
            1. first
              - (a) inner
                - 1.a.i deep
              - (b) inner again
            2. second
              - (a) starts again
            - bullet
            5. five
            """, Parsed.Of("a.docx", bytes).Text);
    }

    [Fact]
    public void Headings_make_sections_and_properties_are_read()
    {
        var bytes = DocxBuilder.Build((_, body) => body.Append(
            DocxBuilder.Text("Report", "Title"), DocxBuilder.Text("Scope", "Heading2"), DocxBuilder.Text("The text.")));

        var parsed = Parsed.Of("a.docx", bytes);

        Assert.Equal("# Report\n\n## Scope\n\nThe text.", parsed.Text);
        Assert.Equal(["Report", "Scope"], parsed.Blocks[2].Location.Section);
        Assert.Equal(("The title", "The author", "de-CH"), (parsed.Info.Title, parsed.Info.Author, parsed.Info.Language));
    }

    [Fact]
    public void Merged_cells_keep_their_columns()
    {
        var bytes = DocxBuilder.OfBody("""
            <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Both</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>C|x</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
            """);

        Assert.Equal("| Both |  | C\\|x |\n| --- | --- | --- |\n| North | 1 |  |\n| North | 2 3 |  |", Parsed.Of("a.docx", bytes).Text);
    }

    [Theory]
    [InlineData("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>7</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>", "7")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:t> co</w:t><w:softHyphen/><w:t>op</w:t><w:tab/><w:t>x</w:t></w:r>", "α coop\tx")]
    [InlineData("<mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent>", "once")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt>", "control")]
    [InlineData("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>", @"$\frac{a}{b}$")]
    [InlineData("<w:r><w:t>anchor</w:t><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>", "anchor\n\nbox")]
    public void Runs_show_what_a_reader_sees(string runs, string expected) =>
        Assert.Equal(expected, Parsed.Of("a.docx", DocxBuilder.OfBody($"<w:p>{runs}</w:p>")).Text);

    [Fact]
    public void Notes_links_and_furniture_are_read_once()
    {
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var bytes = DocxBuilder.OfBody(
            """<w:p><w:hyperlink r:id="l"><w:r><w:t>site</w:t></w:r></w:hyperlink><w:r><w:t> says</w:t><w:footnoteReference w:id="2"/></w:r></w:p>""",
            ("word/_rels/document.xml.rels", $"""
                <Relationships><Relationship Id="l" Type="{Relationships}/hyperlink" Target="http://example.org/a b" TargetMode="External"/>
                <Relationship Id="f" Type="{Relationships}/footnotes" Target="footnotes.xml"/>
                <Relationship Id="h" Type="{Relationships}/header" Target="header1.xml"/><Relationship Id="i" Type="{Relationships}/header" Target="header2.xml"/></Relationships>
                """),
            ("word/footnotes.xml", $"<w:footnotes {DocxBuilder.Namespaces}><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {DocxBuilder.Namespaces}><w:p><w:r><w:t>Letterhead</w:t></w:r></w:p></w:hdr>"),
            ("word/header2.xml", $"<w:hdr {DocxBuilder.Namespaces}><w:p><w:r><w:t>Letterhead</w:t></w:r></w:p></w:hdr>"));

        var parsed = Parsed.Of("a.docx", bytes);

        Assert.Equal("[site](http://example.org/a%20b) says[^1]\n\n[^1]: A note.\n\nLetterhead", parsed.Text);
        Assert.Equal([BlockKind.Note, BlockKind.Furniture], parsed.Blocks.Skip(1).Select(block => block.Kind));
    }

    [Fact]
    public void Headers_are_of_no_section()
    {
        var bytes = DocxBuilder.OfBody(
            """<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Scope</w:t></w:r></w:p><w:p><w:r><w:t>The text.</w:t></w:r></w:p>""",
            ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id=\"h\" Type=\"{DocxBuilder.Types}/header\" Target=\"header1.xml\"/></Relationships>"),
            ("word/header1.xml", $"<w:hdr {DocxBuilder.Namespaces}><w:p><w:r><w:t>Letterhead</w:t></w:r></w:p></w:hdr>"));

        var parsed = Parsed.Of("a.docx", bytes);

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Furniture], parsed.Blocks.Select(block => block.Kind));
        Assert.Equal([[], ["Scope"], []], parsed.Blocks.Select(block => block.Location.Section));
    }

    [Fact]
    public void The_strict_edition_is_read()
    {
        var bytes = DocxBuilder.Zip(("word/document.xml",
            """<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>strict</w:t></w:r></w:p></w:body></w:document>"""));

        Assert.Equal("strict", Parsed.Of("a.docx", bytes).Text);
    }

    [Fact]
    public void A_zip_bomb_ends_at_the_limit()
    {
        var paragraph = "<w:p><w:r><w:t>" + new string('A', 1000) + "</w:t></w:r></w:p>";
        var bytes = DocxBuilder.OfBody(string.Concat(Enumerable.Repeat(paragraph, 20_000)));

        Assert.True(bytes.Length < 100_000);
        Assert.Equal(DocumentFailureCode.TooLarge, Parsed.Of("bomb.docx", bytes).Failure);
    }

    [Fact]
    public void A_document_type_is_refused_and_entities_never_expand()
    {
        var bytes = DocxBuilder.Zip(("word/document.xml", """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>"""));

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.docx", bytes).Failure);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var bytes = DocxBuilder.OfBody(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)));

        Assert.True(Parsed.Of("a.docx", bytes).Failure is DocumentFailureCode.TooLarge or DocumentFailureCode.Malformed);
    }

    [Fact]
    public void Many_parts_are_refused()
    {
        var bytes = DocxBuilder.OfBody("<w:p/>", [.. Enumerable.Range(0, 60).Select(index => ($"x{index}", ""))]);

        Assert.Equal(DocumentFailureCode.TooLarge, Parsed.Of("a.docx", bytes, new ParseLimits { MaxZipEntries = 50 }).Failure);
    }

    [Fact]
    public void A_cut_file_is_malformed()
    {
        var bytes = DocxBuilder.Build((_, body) => body.Append(DocxBuilder.Text("text")));

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.docx", bytes[..(bytes.Length / 2)]).Failure);
    }

    [Fact]
    public void Damaged_bytes_never_do_more_than_fail()
    {
        var bytes = DocxBuilder.Build((main, body) =>
        {
            DocxBuilder.AddNumbering(main);
            body.Append(DocxBuilder.Text("heading", "Heading1"), DocxBuilder.Text("item", numbering: 1), new Table(new TableRow(new TableCell(DocxBuilder.Text("cell")))));
        });
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = value;
                }

                BlockRules.Check(Parsed.Of("a.docx", damaged).Blocks);
            },
            iter: 300);
    }

    [Fact]
    public void Real_documents_read_as_their_projects_expect()
    {
        var scores = Corpus.Files("docx")
            .Select(file => (File: file, Truth: Corpus.TruthOf(file, ".md")))
            .Where(entry => entry.Truth is not null)
            .Select(entry => (Score: TextScore.Of(Parsed.OfFile(entry.File.FullPath).Text, entry.Truth!), entry.File.FullPath))
            .ToList();

        var (words, triples) = (scores.Average(entry => entry.Score.Words), scores.Average(entry => entry.Score.Triples));
        Assert.True(words >= 97 && triples >= 95, $"{words:0.0} {triples:0.0}\n" + string.Join('\n', scores.OrderBy(entry => entry.Score.Words)));
    }
}
