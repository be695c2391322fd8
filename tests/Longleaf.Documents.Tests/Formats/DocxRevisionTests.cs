using static Longleaf.Documents.Tests.Formats.DocxBuilder;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Tracked changes are read as if they were accepted; what Word hides is not told.</summary>
public sealed class DocxRevisionTests
{
    private static string Text(string body) => Parsed.Of("a.docx", OfBody(body)).Text;

    [Fact]
    public void A_deleted_mark_joins_two_paragraphs() => Assert.Equal(
        "## The first and the second\n\nThird",
        Text(Paragraph("<w:rPr><w:del w:id=\"1\"/></w:rPr>", "The first ") + Paragraph("<w:pStyle w:val=\"Heading2\"/>", "and the second") + Paragraph("", "Third")));

    [Fact]
    public void What_was_deleted_whole_is_gone_and_does_not_count() => Assert.Equal(
        "1. one\n2. two",
        Parsed.Of("a.docx", OfBody(
            Paragraph(Item(1), "one")
            + $"<w:p><w:pPr>{Item(1)}<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
            + Paragraph(Item(1), "two")
            + $"<w:p><w:pPr>{Item(1)}<w:rPr><w:moveFrom w:id=\"2\"/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>",
            "",
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>")).Text);

    [Fact]
    public void Deleted_rows_and_cells_are_gone() => Assert.Equal(
        "| a | b |\n| --- | --- |\n| e | f |",
        Text("<w:tbl><w:tr><w:tc>" + Paragraph("", "a") + "</w:tc><w:tc>" + Paragraph("", "b") + "</w:tc></w:tr>"
            + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + Paragraph("", "c") + "</w:tc><w:tc>" + Paragraph("", "d") + "</w:tc></w:tr>"
            + "<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr><w:tc>" + Paragraph("", "e") + "</w:tc><w:tc><w:tcPr><w:cellDel w:id=\"3\"/></w:tcPr>" + Paragraph("", "x") + "</w:tc><w:tc>" + Paragraph("", "f") + "</w:tc></w:tr></w:tbl>"));

    [Fact]
    public void A_large_first_letter_belongs_to_its_word() => Assert.Equal(
        "Once upon a time", Text(Paragraph("<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>", "O") + Paragraph("", "nce upon a time")));

    [Fact]
    public void Hidden_text_is_left_out_with_a_warning()
    {
        var parsed = Parsed.Of("a.docx", OfBody(
            "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr><w:t> unseen</w:t></w:r>"
            + "<w:r><w:rPr><w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"0\"/></w:rPr><w:t> too</w:t></w:r></w:p>" + Paragraph("<w:pStyle w:val=\"Secret\"/>", "unseen"),
            "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"));

        Assert.Equal("seen too", parsed.Text);
        Assert.Contains("hides", Assert.Single(parsed.Info.Warnings), StringComparison.Ordinal);
    }
}
