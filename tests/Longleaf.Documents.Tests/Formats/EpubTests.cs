using CsCheck;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Formats;

public sealed class EpubTests
{
    [Fact]
    public void Tags_of_attributes_without_end_are_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 10_000).Select(index => $" a{index}='x'"));
        var parsed = Parsed.Of("a.epub", EpubBuilder.Zip(("META-INF/container.xml", EpubBuilder.Container), ("OPS/book.opf", EpubBuilder.Package([], $"<item{attributes}/>"))));

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
    }

    [Fact]
    public void Chapters_come_in_the_order_of_the_spine_under_whatever_name()
    {
        var bytes = EpubBuilder.Book(
            ("text/b%20one.xhtml", "OPS/text/b one.xhtml", "<h1>First</h1><p>one</p>"),
            ("../OPS/A.xhtml", "OPS/a.XHTML", "<p>two</p>"),
            ("text/b%20one.xhtml", "OPS/unused.xhtml", "<p>never</p>"));

        var parsed = Parsed.Of("book.epub", bytes);

        Assert.Equal("# First\n\none\n\ntwo", parsed.Text);
        Assert.Equal((DocumentFormat.Epub, "The title", "First Author, Second & Co"), (parsed.Info.Format, parsed.Info.Title, parsed.Info.Author));
        Assert.Equal("en-GB", parsed.Info.Language);
    }

    [Theory]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    [InlineData(" pt_BR ", "pt-BR")]
    [InlineData("und", null)]
    [InlineData("English (British)", null)]
    [InlineData("", null)]
    [InlineData("en-a-very-long-tag-that-goes-on-and-on-and-on", null)]
    public void Languages_are_tags_or_nothing(string said, string? language) => Assert.Equal(language, LanguageTag.Of(said));

    [Fact]
    public void Entities_of_a_document_type_are_never_defined()
    {
        const string Type = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        var bytes = EpubBuilder.Zip(
            ("META-INF/container.xml", Type + EpubBuilder.Container),
            ("OPS/book.opf", Type + EpubBuilder.Package(["a.xhtml"]).Replace("The title", "&b;&c;", StringComparison.Ordinal)),
            ("OPS/a.xhtml", $"{Type}<html><body><p>Words &b;&c; here.</p></body></html>"));

        var parsed = Parsed.Of("book.epub", bytes);

        Assert.Equal("Words &b;&c; here.", parsed.Text);
        Assert.Equal("&b;&c;", parsed.Info.Title);
    }

    [Fact]
    public void A_spine_of_a_hundred_thousand_that_names_one_chapter_reads_it_once()
    {
        var spine = string.Concat(Enumerable.Repeat("<itemref idref='c0'/>", 100_000));
        var bytes = EpubBuilder.Zip(
            ("META-INF/container.xml", EpubBuilder.Container),
            ("OPS/book.opf", EpubBuilder.Package(["a.xhtml"]).Replace("</spine>", spine + "</spine>", StringComparison.Ordinal)),
            ("OPS/a.xhtml", EpubBuilder.Page("<p>text</p>")));

        Assert.Equal("text", Parsed.Of("book.epub", bytes).Text);
    }

    [Fact]
    public void A_fallback_that_leads_round_in_a_circle_holds_no_text()
    {
        const string Circle = "<item id='x' href='x.bin' media-type='x/y' fallback='y'/><item id='y' href='y.bin' media-type='x/y' fallback='x'/>";
        var bytes = EpubBuilder.Zip(
            ("META-INF/container.xml", EpubBuilder.Container),
            ("OPS/book.opf", EpubBuilder.Package(["a.xhtml"], Circle).Replace("</spine>", "<itemref idref='x'/></spine>", StringComparison.Ordinal)),
            ("OPS/a.xhtml", EpubBuilder.Page("<p>text</p>")));

        var parsed = Parsed.Of("book.epub", bytes);

        Assert.Equal("text", parsed.Text);
        Assert.Single(parsed.Info.Warnings);
    }

    [Fact]
    public void The_content_says_what_it_is() =>
        Assert.Equal(DocumentFormat.Epub, Parsed.Of("novel.txt", EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", "<p>text</p>"))).Info.Format);

    [Fact]
    public void A_missing_chapter_is_a_warning()
    {
        var parsed = Parsed.Of("book.epub", EpubBuilder.Book(("gone.xhtml", "OPS/other.xhtml", ""), ("a.xhtml", "OPS/a.xhtml", "<p>text</p>")));

        Assert.Equal("text", parsed.Text);
        Assert.Contains(parsed.Info.Warnings, warning => warning.Contains("missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>", true)]
    [InlineData("<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>", true)]
    [InlineData("<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>", false)]
    public void Titles_of_the_table_of_contents_head_chapters_without_headings_but_no_plates(string item, bool isLong)
    {
        var page = string.Concat(Enumerable.Repeat("The lamp was lit, and the night went by. ", 40)).Trim();
        var (more, read) = isLong ? ($"<p>{page}</p>", $"\n\n{page}") : ("", "");
        var bytes = EpubBuilder.Zip(
            ("META-INF/container.xml", EpubBuilder.Container),
            ("OPS/book.opf", EpubBuilder.Package(["a.xhtml", "b.xhtml"], item)),
            ("OPS/a.xhtml", EpubBuilder.Page($"<p>Long ago.</p>{more}")),
            ("OPS/b.xhtml", EpubBuilder.Page("<h1>Two</h1><p>Later.</p>")),
            ("OPS/nav.xhtml", EpubBuilder.Page("""
                <nav epub:type="toc"><ol><li><a href="a.xhtml">One</a><ol><li><a href="b.xhtml#x">Two</a></li></ol></li></ol></nav>
                <nav epub:type="landmarks"><ol><li><a href="a.xhtml">Start</a></li></ol></nav>
                """)),
            ("OPS/toc.ncx", """
                <!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><docTitle><text>Book</text></docTitle><navMap>
                <navPoint><navLabel><text>One</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>Two</text></navLabel><content src="b.xhtml"/></navPoint></navPoint></navMap></ncx>
                """));

        Assert.Equal($"{(isLong ? "# One\n\n" : "")}Long ago.{read}\n\n# Two\n\nLater.", Parsed.Of("book.epub", bytes).Text);
    }

    [Theory]
    [InlineData("http://www.idpf.org/2008/embedding", "OPS/font.otf", null)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/cover.jpg", null)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/a.xhtml", DocumentFailureCode.PasswordProtected)]
    public void Encrypted_text_is_refused_and_obfuscated_fonts_are_not(string algorithm, string file, DocumentFailureCode? failure)
    {
        var bytes = EpubBuilder.Zip(
            ("META-INF/container.xml", EpubBuilder.Container),
            ("META-INF/encryption.xml", $"""
                <encryption><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="{algorithm}"/>
                <enc:CipherData><enc:CipherReference URI="{file}"/></enc:CipherData></enc:EncryptedData></encryption>
                """),
            ("OPS/book.opf", EpubBuilder.Package(["a.xhtml"])),
            ("OPS/a.xhtml", EpubBuilder.Page("<p>text</p>")),
            ("OPS/font.otf", "x"),
            ("OPS/cover.jpg", "x"));

        Assert.Equal(failure, Parsed.Of("book.epub", bytes).Failure);
    }

    [Fact]
    public void A_book_without_its_package_is_damaged()
    {
        var parsed = Parsed.Of("book.epub", EpubBuilder.Zip(("META-INF/container.xml", EpubBuilder.Container)));

        Assert.Equal(DocumentFailureCode.Malformed, parsed.Failure);
        Assert.Contains("package document", ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_ends_at_the_limit()
    {
        var bytes = EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", new string('A', 20_000_000)));

        Assert.True(bytes.Length < 100_000);
        Assert.Equal(DocumentFailureCode.TooLarge, Parsed.Of("bomb.epub", bytes).Failure);
    }

    [Fact]
    public void A_cut_book_is_malformed()
    {
        var bytes = EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", "<p>text</p>"));

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("book.epub", bytes[..(bytes.Length / 2)]).Failure);
    }

    [Fact]
    public void Damaged_bytes_never_do_more_than_fail()
    {
        var bytes = EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", "<h1>heading</h1><ul><li>item</li></ul>"), ("b.xhtml", "OPS/b.xhtml", "<table><tr><td>cell</td></tr></table>"));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = value;
                }

                BlockRules.Check(Parsed.Of("a.epub", damaged).Blocks);
            },
            iter: 300);
    }

    // Books of the projects' own making, whose XHTML is the truth.
    [Fact]
    public void Real_books_read_as_their_sources()
    {
        var books = Corpus.Files("epub")
            .Where(file => file.Note.StartsWith("zipped by us", StringComparison.Ordinal))
            .Select(file => (File: file, Truth: EpubSource.TextOf(file.FullPath)))
            .Where(entry => entry.Truth is not null)
            .Select(entry => (Text: Parsed.OfFile(entry.File.FullPath).Text, Truth: Nfc.Normalize(entry.Truth!), Name: Path.GetFileName(entry.File.FullPath)))
            .ToList();

        // Most are test pages of a few lines, where a title of the table of contents weighs as much as the page: all of them together count.
        var (words, triples) = TextScore.Of(string.Join('\n', books.Select(book => book.Text)), string.Join('\n', books.Select(book => book.Truth)));
        var worst = books.Select(book => (Score: TextScore.Of(book.Text, book.Truth), book.Name)).OrderBy(entry => entry.Score.Words).Take(10);
        Assert.True(books.Count >= 85 && words >= 99 && triples >= 99, $"{books.Count} {words:0.00} {triples:0.00}\n{string.Join('\n', worst)}");
        Assert.True(worst.First().Score.Words >= 50, worst.First().ToString());
    }
}
