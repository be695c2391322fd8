using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Zips whose headers lie: what is read is whole, or it is an error.</summary>
public sealed class ForgedZipTests
{
    private const string Main = "word/document.xml";
    private const string Word = "<w:p><w:r><w:t>word</w:t></w:r></w:p>";

    [Theory]
    [InlineData(5, 100_000)]
    [InlineData(100_000, 5)]
    [InlineData(uint.MaxValue - 1, uint.MaxValue - 1)]
    public void Sizes_that_lie_cut_nothing(uint packed, uint unpacked) => AssertWhole(zip => zip.Sizes(Main, packed, unpacked));

    [Theory]
    [InlineData(3, 5)]
    [InlineData(uint.MaxValue - 1, uint.MaxValue - 1)]
    public void Sizes_before_an_entry_that_lie_cut_nothing(uint packed, uint unpacked) => AssertWhole(zip => zip.LocalSizes(Main, packed, unpacked));

    [Theory]
    [InlineData(7)]
    [InlineData(uint.MaxValue - 1)]
    public void An_entry_that_is_elsewhere_is_no_document(uint offset) => Assert.NotNull(Forged(zip => zip.Place(Main, offset)).Failure);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000)]
    public void A_count_that_lies_cuts_nothing(ushort count) => AssertWhole(zip => zip.Count(count));

    [Theory]
    [InlineData(12)]
    [InlineData(99)]
    public void An_unknown_way_of_packing_is_damage(ushort method) => Assert.Equal(DocumentFailureCode.Malformed, Forged(zip => zip.Method(Main, method)).Failure);

    [Fact]
    public void An_encrypted_entry_is_told()
    {
        Assert.Equal(DocumentFailureCode.PasswordProtected, Forged(zip => zip.Encrypted(Main)).Failure);
        var book = new ForgedZip(EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", "<p>text</p>"))).Encrypted("OPS/a.xhtml");
        Assert.Equal(DocumentFailureCode.PasswordProtected, Parsed.Of("a.epub", book.Bytes).Failure);
    }

    [Fact]
    public void Of_two_entries_of_one_name_the_first_is_read()
    {
        var bytes = DocxBuilder.OfBody(Word, (Main, $"<w:document {DocxBuilder.Namespaces}><w:body>{Word.Replace("word", "other", StringComparison.Ordinal)}</w:body></w:document>"));

        Assert.Equal("word", Parsed.Of("a.docx", bytes).Text);
    }

    [Theory]
    [InlineData("../../word/document.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\word\\document.xml")]
    [InlineData("word/../word/document.xml")]
    public void Names_that_lead_elsewhere_are_names(string name) => Assert.Equal("word", Parsed.Of("a.docx", DocxBuilder.OfBody(Word, (name, "no XML"))).Text);

    [Fact]
    public void Entries_that_overlap_spend_the_budget_each()
    {
        const int Headers = 40;
        var header = $"<w:hdr {DocxBuilder.Namespaces}><w:p><w:r><w:t>{new string('a', 100_000)}</w:t></w:r></w:p></w:hdr>";
        var relationships = string.Concat(Enumerable.Range(0, Headers).Select(number => $"<Relationship Id=\"h{number}\" Type=\"{DocxBuilder.Types}/header\" Target=\"header{number}.xml\"/>"));
        var zip = new ForgedZip(DocxBuilder.OfBody(
            Word,
            [("word/_rels/document.xml.rels", $"<Relationships>{relationships}</Relationships>"), .. Enumerable.Range(0, Headers).Select(number => ($"word/header{number}.xml", number == 0 ? header : "x"))]));
        foreach (var number in Enumerable.Range(1, Headers - 1))
        {
            zip.Overlap($"word/header{number}.xml", "word/header0.xml");
        }

        Assert.Null(Parsed.Of("a.docx", zip.Bytes).Failure);
        var limited = Parsed.Of("a.docx", zip.Bytes, new ParseLimits { MaxInflatedBytes = 1_000_000 });
        Assert.Equal(DocumentFailureCode.TooLarge, limited.Failure);
    }

    private static Parsed Forged(Action<ForgedZip> forge)
    {
        var zip = new ForgedZip(DocxBuilder.OfBody(string.Concat(Enumerable.Repeat(Word, 200))));
        forge(zip);
        return Parsed.Of("a.docx", zip.Bytes);
    }

    private static void AssertWhole(Action<ForgedZip> forge)
    {
        var parsed = Forged(forge);
        Assert.True(parsed.Failure is DocumentFailureCode.Malformed || parsed.Blocks.Count == 200, $"{parsed.Failure}, {parsed.Blocks.Count} blocks");
    }
}
