using System.Globalization;
using CsCheck;
using static Longleaf.Documents.Tests.Formats.Xlsx.XlsxBuilder;

namespace Longleaf.Documents.Tests.Formats.Xlsx;

public sealed class XlsxTests
{
    private static string Text(XlsxBuilder builder) => Parsed.Of("a.xlsx", builder.Build()).Text;

    [Fact]
    public void Sheets_come_in_their_order_under_their_names()
    {
        var builder = new XlsxBuilder()
            .Sheet("Data", Row(1, "a", "b") + Row(2, "c", "d"))
            .Sheet("Secret", Row(1, "x", "y"), state: "hidden")
            .Sheet("Empty", "")
            .Sheet("Deep", Row(1, "z", "w"), state: "veryHidden");

        var parsed = Parsed.Of("a.xlsx", builder.Build());

        Assert.Equal(
            "## Data\n\n| a | b |\n| --- | --- |\n| c | d |\n\n## Secret (hidden)\n\n| x | y |\n| --- | --- |\n\n## Empty\n\n## Deep (hidden)\n\n| z | w |\n| --- | --- |",
            parsed.Text);
        Assert.Equal(("Data", 1), (parsed.Blocks[1].Location.Sheet, parsed.Blocks[1].Location.Row));
        Assert.Equal(["Secret (hidden)"], parsed.Blocks[3].Location.Section);
        BlockRules.Check(parsed.Blocks);
    }

    [Fact]
    public void Cells_show_their_values_as_displayed()
    {
        var row = "<row r=\"1\">" + Cell("A1", "0", type: "s") + Cell("B1", "45351", 1) + Cell("C1", "1234.5", 2) + Cell("D1", "1", type: "b") + Cell("E1", "#N/A", type: "e")
            + "<c r=\"F1\" t=\"str\"><f>A1&amp;\"x\"</f><v>computed_x000A_text</v></c>" + Cell("G1", "2024-02-29T00:00:00", 1, "d") + Cell("H1", "0.1256", 3) + "<c r=\"I1\"/></row>";
        var builder = new XlsxBuilder()
            .Formats("d mmm yyyy", "[$€-407] #,##0.00", "0.0%")
            .Strings("<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>")
            .Sheet("S", row);

        Assert.Equal(
            "## S\n\n| rich text | 29 Feb 2024 | € 1,234.50 | TRUE | #N/A | computed text | 29 Feb 2024 | 12.6% |\n| --- | --- | --- | --- | --- | --- | --- | --- |",
            Text(builder));
    }

    [Fact]
    public void Days_count_from_1904_where_the_workbook_says_so() =>
        Assert.Contains("2024-02-29", Text(new XlsxBuilder { Properties = "<workbookPr date1904=\"1\"/>" }
            .Formats("yyyy-mm-dd").Sheet("S", $"<row r=\"1\">{Cell("A1", "43889", 1)}</row>")), StringComparison.Ordinal);

    [Fact]
    public void What_is_merged_downwards_is_repeated_in_rows_that_say_something()
    {
        var builder = new XlsxBuilder().Sheet(
            "S", Row(1, "Region", "Quarter", "", "Sum") + Row(2, "North", "1", "2", "3") + Row(3, "", "4", "5", "9") + Row(5, "South", "6", "7", "13"),
            "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B1:C1\"/></mergeCells>");

        Assert.Equal(
            "## S\n\n| Region | Quarter | Quarter | Sum |\n| --- | --- | --- | --- |\n| North | 1 | 2 | 3 |\n| North | 4 | 5 | 9 |\n\n| South | 6 | 7 | 13 |\n| --- | --- | --- | --- |",
            Text(builder));
    }

    [Fact]
    public void A_name_over_some_columns_stands_over_each() => Assert.Equal(
        "## S\n\n| Region | 2023 sales | 2023 sales | Total |\n| --- | --- | --- | --- |\n|  | first half | second half |  |\n| North | 2 | 3 | 5 |",
        Text(new XlsxBuilder().Sheet(
            "S", Row(1, "Region", "2023 sales", "", "Total") + Row(2, "", "first half", "second half") + Row(3, "North", "2", "3", "5"), "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>")));

    [Fact]
    public void Printed_headers_and_footers_are_told_once()
    {
        const string Tail = "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Acme &amp;&amp; Co&amp;RQ&amp;K01+0003</oddHeader><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>";
        var parsed = Parsed.Of("a.xlsx", new XlsxBuilder().Sheet("S", Row(1, "a", "b"), Tail).Sheet("T", Row(1, "c", "d"), Tail).Build());

        Assert.Equal("## S\n\n| a | b |\n| --- | --- |\n\nAcme & Co Q3\n\n## T\n\n| c | d |\n| --- | --- |", parsed.Text);
        Assert.Single(parsed.Blocks, block => block.Kind == BlockKind.Furniture);
    }

    [Fact]
    public void Formulas_without_results_are_warned_of()
    {
        var parsed = Parsed.Of("a.xlsx", new XlsxBuilder().Sheet("S", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1*2</f></c></row>").Build());

        Assert.Contains("Formulas", Assert.Single(parsed.Info.Warnings), StringComparison.Ordinal);
        Assert.Empty(Parsed.Of("a.xlsx", new XlsxBuilder().Sheet("S", "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>A2</f><v></v></c><c r=\"B1\"><v>1</v></c></row>").Build()).Info.Warnings);
    }

    [Fact]
    public void Empty_rows_and_columns_part_tables_and_titles_stand_over_them()
    {
        var builder = new XlsxBuilder().Sheet(
            "S", Row(3, "", "Report") + Row(4, "", "Name", "Age", "", "", "Town", "Zip") + Row(5, "", "Ann", "41", "", "", "Oslo", "0150") + Row(6, "", "Bob", "39")
                + Row(900, "", "A sentence that stands below everything else, on its own."));

        var parsed = Parsed.Of("a.xlsx", builder.Build());

        Assert.Equal(
            "## S\n\nReport\n\n| Name | Age |\n| --- | --- |\n| Ann | 41 |\n| Bob | 39 |\n\n| Town | Zip |\n| --- | --- |\n| Oslo | 0150 |\n\n"
            + "A sentence that stands below everything else, on its own.", parsed.Text);
        Assert.Equal([3, 4, 4, 900], parsed.Blocks.Skip(1).Select(block => block.Location.Row!.Value));
    }

    [Fact]
    public void Numbers_after_an_empty_row_go_on_with_their_table() => Assert.Equal(
        "## S\n\n| year | sum |\n| --- | --- |\n| 2001 | 5 |\n| 2002 | 6 |",
        Text(new XlsxBuilder().Sheet(
            "S", Row(1, "year", "sum") + $"<row r=\"2\">{Cell("A2", "2001")}{Cell("B2", "5")}</row><row r=\"9\">{Cell("A9", "2002")}{Cell("B9", "6")}</row>")));

    [Fact]
    public void Links_comments_and_drawings_are_told()
    {
        const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Drawing = "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
        var builder = new XlsxBuilder()
            .Sheet(
                "S",
                Row(1, "site", "b") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"https://example.org/f\",\"formula\")</f><v>formula</v></c></row>",
                "<hyperlinks><hyperlink ref=\"A1\" r:id=\"h\" display=\"a &amp; b\"/></hyperlinks>",
                $"<Relationship Id=\"h\" Type=\"{Types}/hyperlink\" Target=\"https://example.org/x\" TargetMode=\"External\"/>"
                + $"<Relationship Id=\"c\" Type=\"{Types}/comments\" Target=\"../comments1.xml\"/><Relationship Id=\"d\" Type=\"{Types}/drawing\" Target=\"../drawings/drawing1.xml\"/>")
            .File("xl/comments1.xml", "<comments><authors><author>Ann</author></authors><commentList><comment ref=\"B1\" authorId=\"0\"><text><r><t>Ann:</t></r><r><t>\nWhy?</t></r></text></comment></commentList></comments>")
            .File("xl/drawings/drawing1.xml", $"<xdr:wsDr {Drawing}><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>9</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>In a </a:t></a:r><a:r><a:t>box</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>");

        Assert.Equal(
            "## S\n\n| [site](https://example.org/x) | b |\n| --- | --- |\n| [formula](https://example.org/f) |  |\n\nComment by Ann on B1: Why?\n\nIn a box", Text(builder));
    }

    [Fact]
    public void Other_namespaces_prefixes_and_charsets_read_the_same()
    {
        const string Sheet = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>"
            + "<x:row><x:c><x:v>2</x:v></x:c><x:c><!-- no --><x:v><![CDATA[3]]></x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"A2:A3\"/></x:mergeCells></x:worksheet>";
        var builder = new XlsxBuilder().Sheet("S", "").File("xl/other.xml", Sheet);
        var bytes = DocxBuilder.Zip(
            ("xl/workbook.xml", "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheets><x:sheet name=\"S\"/></x:sheets></x:workbook>"), ("xl/worksheets/sheet1.xml", Sheet));

        Assert.Equal("## S\n\n| a | 1 |\n| --- | --- |\n| 2 | 3 |\n| 4 |  |", Parsed.Of("a.xlsx", bytes).Text);
        Assert.Equal(DocumentFailureCode.Blank, Parsed.Of("a.xlsx", builder.Build()).Failure);
    }

    [Fact]
    public void A_large_sheet_comes_row_by_row_and_may_grow_wider()
    {
        var rows = Enumerable.Range(1, 30_000).Select(row => row == 20_000 ? Row(row, "a", $"n{row}", "", "wide") : Row(row, "a", $"n{row}"));
        var parsed = Parsed.Of("a.xlsx", new XlsxBuilder().Sheet("S", string.Concat(rows)).Build());

        BlockRules.Check(parsed.Blocks);
        Assert.All(parsed.Blocks.Skip(2), block => Assert.Equal(BlockJoin.Line, block.Join));
        Assert.All(parsed.Blocks.Skip(2), block => Assert.StartsWith($"| a | n{block.Location.Row} |", block.Text, StringComparison.Ordinal));
        Assert.Contains("\n| a | n20000 |  | wide |\n", parsed.Text, StringComparison.Ordinal);
        Assert.Equal(30_003, parsed.Text.Split('\n').Length);
    }

    [Fact]
    public void Cells_far_apart_are_brought_together()
    {
        var parsed = Parsed.Of("a.xlsx", new XlsxBuilder().Sheet(
            "S", "<row r=\"1\">" + Cell("A1", "1") + Cell("XFD1", "2") + "</row><row r=\"1048576\">" + Cell("A1048576", "3") + Cell("XFD1048576", "4") + "</row>").Build());

        Assert.Equal("## S\n\n|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |", parsed.Text);
    }

    [Fact]
    public void Texts_that_are_referred_to_without_end_end_at_the_limit()
    {
        var cells = string.Concat(Enumerable.Range(1, 2000).Select(row => $"<row><c t=\"s\"><v>0</v></c></row>"));
        var builder = new XlsxBuilder().Strings($"<si><t>{new string('x', 100_000)}</t></si>").Sheet("S", cells);

        var parsed = Parsed.Of("a.xlsx", builder.Build());

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
        Assert.Contains("64 million characters", ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_ends_at_the_limit_that_it_is_told()
    {
        var builder = new XlsxBuilder().Sheet("S", string.Concat(Enumerable.Repeat($"<row><c t=\"inlineStr\"><is><t>{new string('x', 2000)}</t></is></c></row>", 10_000)));

        var parsed = Parsed.Of("a.xlsx", builder.Build());

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
        Assert.Contains("300 times", ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook>&b;</workbook>")]
    [InlineData("<workbook><sheets><sheet name=\"S\"")]
    [InlineData("<workbook/>")]
    public void A_damaged_workbook_is_malformed(string workbook) =>
        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.xlsx", DocxBuilder.Zip(("xl/workbook.xml", workbook))).Failure);

    [Fact]
    public void A_document_type_in_a_sheet_is_refused() => Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.xlsx", DocxBuilder.Zip(
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\"/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a \"text\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"))).Failure);

    [Theory]
    [InlineData("xl/workbook.bin", "XLSB")]
    [InlineData("other/file.xml", "zip")]
    public void Other_zips_are_named(string part, string named)
    {
        var parsed = Parsed.Of("a.xlsx", DocxBuilder.Zip((part, "x")));

        Assert.Equal(DocumentFailureCode.UnsupportedFormat, parsed.Failure);
        Assert.Contains(named, ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_sheet_comes_back_as_written()
    {
        var word = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.OneOf<char>('|', 'é', '漢', '&', '<')), 1, 8];
        Gen.Select(word.Array[3].Array[2, 40], Gen.Int[1, 5000]).Sample(
            (texts, first) =>
            {
                var rows = string.Concat(texts.Select((cells, index) => Row(first + index, cells)));
                var expected = texts.Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |").ToList();
                expected.Insert(1, "| --- | --- | --- |");
                var parsed = Parsed.Of("a.xlsx", new XlsxBuilder().Sheet("S", rows).Build());
                Assert.Equal("## S\n\n" + string.Join('\n', expected), parsed.Text);
                Assert.Equal(first, parsed.Blocks[1].Location.Row);
            },
            iter: 200);
    }

    [Fact]
    public void Any_number_is_shown_as_its_format_says() => Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[0, 4]).Sample(
        (value, decimals) =>
        {
            var shown = Longleaf.Documents.Formats.Xlsx.Formatting.NumberFormat.Parse("#,##0" + (decimals > 0 ? "." + new string('0', decimals) : "")).Format(value, false);
            var expected = decimal.Round((decimal)Math.Abs(value), decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture);
            Assert.Equal((value < 0 ? "-" : "") + expected, shown);
        });

    [Fact]
    public void Damaged_bytes_never_do_more_than_fail()
    {
        var bytes = new XlsxBuilder().Formats("0.00;[Red](0.00)", "d/m/yy").Strings("<si><t>shared</t></si>")
            .Sheet("S", Row(1, "a", "b") + $"<row r=\"2\">{Cell("A2", "1.5", 1)}{Cell("B2", "45000", 2)}{Cell("C2", "0", 0, "s")}</row>", "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>").Build();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = value;
                }

                BlockRules.Check(Parsed.Of("a.xlsx", damaged).Blocks);
            },
            iter: 300);
    }

    [Theory]
    [InlineData("poc-shared-strings.xlsx", DocumentFailureCode.TooLarge)]
    [InlineData("protected_sha512.xlsx", DocumentFailureCode.PasswordProtected)]
    [InlineData("xlsx-corrupted.xlsx", DocumentFailureCode.Malformed)]
    public void Hostile_files_end_as_a_clear_failure(string name, DocumentFailureCode code)
    {
        var file = Corpus.Files("xlsx").Single(entry => entry.FullPath.EndsWith("__" + name, StringComparison.Ordinal));

        Assert.Equal(code, Parsed.OfFile(file.FullPath).Failure);
    }

    [Fact]
    public void Real_workbooks_read_as_their_projects_expect()
    {
        var scores = Corpus.Files("xlsx")
            .Select(file => (File: file, Truth: Corpus.TruthOf(file, ".md")))
            .Where(entry => entry.Truth is not null)
            .Select(entry => (Score: TextScore.Of(Parsed.OfFile(entry.File.FullPath).Text, entry.Truth!), entry.File.FullPath))
            .ToList();

        // ExcelDataReader's values: 81.2 and 63.1. The projects that made the truths print charts' numbers as tables and values without their formats.
        var (words, triples) = (scores.Average(entry => entry.Score.Words), scores.Average(entry => entry.Score.Triples));
        Assert.True(words >= 82 && triples >= 64, $"{words:0.0} {triples:0.0}\n" + string.Join('\n', scores.OrderBy(entry => entry.Score.Words)));
    }
}
