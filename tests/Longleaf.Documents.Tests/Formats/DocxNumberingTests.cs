using Longleaf.Documents.Formats.Docx;
using static Longleaf.Documents.Tests.Formats.DocxBuilder;

namespace Longleaf.Documents.Tests.Formats;

public sealed class DocxNumberingTests
{
    private static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Definition(int id, params string[] content) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(content)}</w:abstractNum>";

    private static string List(int id, int definition, string more = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>";

    private static string Text(string body, string numbering, string styles = "") => Parsed.Of("a.docx", OfBody(body, styles, numbering)).Text;

    [Theory]
    [InlineData("upperRoman", 4, "IV")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("russianUpper", 2, "Б")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("cardinalText", 121, "One hundred twenty-one")]
    [InlineData("ordinalText", 21, "Twenty-first")]
    [InlineData("ordinalText", 40, "Fortieth")]
    [InlineData("hex", 27, "1B")]
    [InlineData("chicago", 6, "††")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("ideographDigital", 105, "一〇五")]
    [InlineData("ideographTraditional", 4, "丁")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 1050, "一千零五十")]
    [InlineData("taiwaneseCountingThousand", 10010, "一万零一十")]
    [InlineData("japaneseCounting", 111, "百十一")]
    [InlineData("chineseLegalSimplified", 21, "贰拾壹")]
    [InlineData("koreanCounting", 12, "십이")]
    [InlineData("ganada", 3, "다")]
    [InlineData("aiueoFullWidth", 6, "カ")]
    [InlineData("irohaFullWidth", 2, "ロ")]
    [InlineData("hebrew1", 15, "טו")]
    [InlineData("hebrew1", 123, "קכג")]
    [InlineData("hindiNumbers", 12, "१२")]
    [InlineData("thaiNumbers", 5, "๕")]
    [InlineData("numberInDash", 3, "- 3 -")]
    [InlineData("notYetThoughtOf", 3, "3")]
    public void Numbers_are_written_as_their_format_says(string format, int number, string expected) =>
        Assert.Equal(expected, NumberFormatter.Format(number, format));

    [Fact]
    public void Labels_are_those_that_Word_showed()
    {
        // Every item of this document has for its text what Word showed before it.
        var blocks = Parsed.OfFile(Corpus.File("docx", "__testWORD_override_list_numbering.docx")).Blocks
            .Where(block => block.Kind == BlockKind.ListItem && block.Text.Any(char.IsAsciiLetterOrDigit)).Select(block => block.Text.Trim()).ToList();

        Assert.True(blocks.Count > 40, $"{blocks.Count} items");
        Assert.All(blocks, text =>
        {
            var item = text.StartsWith("- ", StringComparison.Ordinal) ? text[2..] : text;
            Assert.Equal(item[..(item.Length / 2)], item[((item.Length + 1) / 2)..]);
        });
    }

    [Fact]
    public void A_custom_format_keeps_its_zeros() => Assert.Equal("0012", NumberFormatter.Format(12, "custom", "0001, 0002, 0003, ..."));

    [Fact]
    public void Any_number_in_any_format_is_some_text() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.Int, CsCheck.Gen.OneOf<string>("decimal", "upperRoman", "lowerLetter", "hebrew1", "hebrew2", "cardinalText", "ordinalText", "chicago", "chineseCounting",
            "japaneseLegal", "koreanCounting", "hex", "custom", "thaiNumbers", "ganada", "russianLower", "decimalZero")),
        (number, format) => Assert.NotEqual("", NumberFormatter.Format(number, format, "01, 02")));

    [Fact]
    public void Levels_are_found_by_the_style_that_they_name() => Assert.Equal(
        "# 1 Scope\n\n## 1.1 Terms\n\n## 1.2 Signs\n\n# 2 Use",
        Text(
            Paragraph("<w:pStyle w:val=\"H1\"/>", "Scope") + Paragraph("<w:pStyle w:val=\"H2\"/>", "Terms") + Paragraph("<w:pStyle w:val=\"H2\"/>", "Signs") + Paragraph("<w:pStyle w:val=\"H1\"/>", "Use"),
            Definition(1, Level(0, "decimal", "%1", "<w:pStyle w:val=\"H1\"/>"), Level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>")) + List(4, 1),
            "<w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"H1\"/></w:style>"));

    [Fact]
    public void A_numbering_style_defines_the_levels_of_others() => Assert.Equal(
        "- (a) one\n- (b) two",
        Text(
            Paragraph(Item(7), "one") + Paragraph(Item(7), "two"),
            Definition(1, "<w:numStyleLink w:val=\"Legal\"/>") + Definition(2, "<w:styleLink w:val=\"Legal\"/>", Level(0, "lowerLetter", "(%1)")) + List(7, 1) + List(8, 2),
            "<w:style w:type=\"numbering\" w:styleId=\"Legal\"><w:name w:val=\"Legal\"/><w:pPr><w:numPr><w:numId w:val=\"8\"/></w:numPr></w:pPr></w:style>"));

    [Fact]
    public void Lists_of_one_definition_go_on_or_start_again_as_they_say() => Assert.Equal(
        "1. a\n2. b\n3. c\n1. d",
        Text(
            Paragraph(Item(1), "a") + Paragraph(Item(1), "b") + Paragraph(Item(2), "c") + Paragraph(Item(3), "d"),
            Definition(1, Level(0, "decimal", "%1.")) + List(1, 1) + List(2, 1) + List(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")));

    [Fact]
    public void Legal_numbers_and_those_that_do_not_restart_are_kept() => Assert.Equal(
        "- Article I. one\n  - 1.1 first\n- Article II. two\n  - 2.2 second",
        Text(
            Paragraph(Item(1), "one") + Paragraph(Item(1, 1), "first") + Paragraph(Item(1), "two") + Paragraph(Item(1, 1), "second"),
            Definition(1, Level(0, "upperRoman", "Article %1."), Level(1, "decimal", "%1.%2", "<w:isLgl/><w:lvlRestart w:val=\"0\"/>")) + List(1, 1)));

    [Fact]
    public void A_label_stands_as_tight_as_its_suffix_says() => Assert.Equal(
        "- 第一条总则",
        Text(Paragraph(Item(1), "总则"), Definition(1, Level(0, "chineseCountingThousand", "第%1条", "<w:suff w:val=\"nothing\"/>")) + List(1, 1)));

    [Fact]
    public void A_list_in_a_cell_keeps_its_labels() => Assert.Equal(
        "| 1. one 2. two | • dot |\n| --- | --- |",
        Text(
            $"<w:tbl><w:tr><w:tc>{Paragraph(Item(1), "one")}{Paragraph(Item(1), "two")}</w:tc><w:tc>{Paragraph(Item(2), "dot")}</w:tc></w:tr></w:tbl>",
            Definition(1, Level(0, "decimal", "%1.")) + Definition(2, Level(0, "bullet", "\uF0B7")) + List(1, 1) + List(2, 2)));

    [Fact]
    public void A_number_of_no_list_or_none_is_no_label() => Assert.Equal(
        "none\n\nunknown\n\nempty",
        Text(Paragraph(Item(0), "none") + Paragraph(Item(9), "unknown") + Paragraph(Item(1), "empty"), Definition(1, Level(0, "decimal", "")) + List(1, 1)));
}
