using System.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>PDFs of our own: what the content of pages, their annotations and fonts say must come through.</summary>
public sealed class PdfTests
{
    [Fact]
    public void Operators_move_and_show_text()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "q 1 0 0 1 72 700 cm BT /F 12 Tf 14 TL (One) ' [(T) -50 (wo) -400 (three)] TJ T* (so\\040\\(x\\)) Tj ET Q BT /F 12 Tf 72 500 Td <466F7572> Tj ET"));

        Assert.Equal(["OneTwo three so (x)", "Four"], parsed.Blocks.Select(block => block.Text));
    }

    [Theory]
    [InlineData(0, "1 0 0 1 72 700")]
    [InlineData(90, "0 1 -1 0 100 72")]
    [InlineData(180, "-1 0 0 -1 500 100")]
    [InlineData(270, "0 -1 1 0 500 700")]
    public void Pages_that_are_turned_read_as_they_are_seen(int turn, string matrix)
    {
        var content = $"BT /F 12 Tf {matrix} Tm (The first line of a turned page goes on) Tj 0 -14 Td (in the second.) Tj ET";

        var parsed = Read(new PdfBuilder().Draw(content, entries: $"/Rotate {turn}"));

        Assert.Equal("The first line of a turned page goes on in the second.", Assert.Single(parsed.Blocks).Text);
    }

    [Fact]
    public void Forms_are_drawn_where_they_are_used_and_not_for_ever()
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream("BT /F 12 Tf 0 0 Td (in the form) Tj ET /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Matrix[1 0 0 1 72 600]");

        var parsed = Read(builder.Draw("BT /F 12 Tf 72 700 Td (Before) Tj ET /X Do BT /F 12 Tf 72 500 Td (after) Tj ET", $"/XObject<</X {form} 0 R>>"));

        Assert.StartsWith("Before", parsed.Text, StringComparison.Ordinal);
        Assert.Contains("in the form", parsed.Text, StringComparison.Ordinal);
        Assert.EndsWith("after", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_that_multiply_end_as_a_failure_that_says_so()
    {
        var builder = new PdfBuilder();
        var (names, form) = (string.Concat(Enumerable.Repeat("/X Do ", 20)), builder.AddStream("BT /F 12 Tf (x) Tj ET", "/Subtype/Form"));
        for (var depth = 0; depth < 5; depth++)
        {
            form = builder.AddStream(names, $"/Subtype/Form/Resources<</XObject<</X {form} 0 R>>>>");
        }

        var parsed = Read(builder.Draw("/X Do", $"/XObject<</X {form} 0 R>>"));

        Assert.Equal(DocumentFailureCode.TooLarge, parsed.Failure);
    }

    [Fact]
    public void Encodings_and_maps_tell_what_codes_read_as()
    {
        var builder = new PdfBuilder();
        var descriptor = builder.Add("<</Type/FontDescriptor/FontName/A/Flags 4>>");
        var widths = string.Join(' ', Enumerable.Repeat("500", 256));
        var map = builder.AddStream("1 beginbfchar <03> <0416> endbfchar 1 beginbfrange <10> <12> <0430> endbfrange");
        var mapped = builder.Add($"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 255/Widths[{widths}]/FontDescriptor {descriptor} 0 R/ToUnicode {map} 0 R>>");
        var named = builder.Add(
            $"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 0/LastChar 255/Widths[{widths}]/FontDescriptor {descriptor} 0 R/Encoding<</Differences[1/fi/uni20AC/f_l/emdash]>>>>");

        var parsed = Read(builder.Draw("BT /A 12 Tf 72 700 Td <03101112> Tj /B 12 Tf 0 -100 Td <01020304> Tj ET", fonts: $"/A {mapped} 0 R/B {named} 0 R"));

        Assert.Equal(["Жабв", "fi€fl—"], parsed.Blocks.Select(block => block.Text));
    }

    [Fact]
    public void Text_from_top_to_bottom_is_read_by_columns_from_the_right()
    {
        var builder = new PdfBuilder();
        var font = IdentityFont(builder, "V", "縦書きの文章は右から左へ");
        var content = "BT /V 12 Tf 500 700 Td <000100020003000400050006> Tj -20 0 Td <0007000800090010001100120000> Tj ET".Replace("001000110012", "000A000B000C", StringComparison.Ordinal);

        var parsed = Read(builder.Draw(content.Replace("0000>", ">", StringComparison.Ordinal), fonts: $"/V {font} 0 R"));

        Assert.Equal("縦書きの文章は右から左へ", parsed.Text);
    }

    [Fact]
    public void Right_to_left_lines_come_in_the_order_of_reading_whichever_way_they_are_drawn()
    {
        var builder = new PdfBuilder();
        var font = IdentityFont(builder, "H", "םולש 123abc");

        // As seen, from the left: abc 123 םולש
        var parsed = Read(builder.Draw("BT /H 12 Tf 72 700 Td <0009000A000B00050006000700080005> Tj <0001000200030004> Tj ET", fonts: $"/H {font} 0 R"));

        Assert.Equal("שלום abc 123", parsed.Text);
    }

    [Fact]
    public void Links_keep_their_target_and_only_their_own_words()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 12 Tf 72 700 Td (See the manual for more.) Tj ET",
            entries: "/Annots[<</Type/Annot/Subtype/Link/Rect[114 695 156 712]/A<</S/URI/URI(https://example.org/m/1)>>>>]"));

        Assert.Equal("See the [manual](https://example.org/m/1) for more.", parsed.Text);
    }

    [Fact]
    public void Fields_stand_beside_their_labels_once()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 12 Tf 72 700 Td (Name:) Tj 0 -40 Td (Colour:) Tj 0 -40 Td (Agreed:) Tj 0 -40 Td (The end of the form.) Tj ET",
            entries: "/Annots["
                + "<</Subtype/Widget/FT/Tx/T(n)/V(Ada Lovelace)/Rect[150 695 300 715]>>"
                + "<</Subtype/Widget/FT/Ch/T(c)/V(r)/Opt[[(r)(Red)][(b)(Blue)]]/Rect[150 655 300 675]>>"
                + "<</Subtype/Widget/FT/Btn/T(a)/AS/Yes/AP<</N<<>>>>/Rect[150 615 165 635]>>"
                + "<</Subtype/Widget/FT/Tx/Ff 8192/T(p)/V(secret)/Rect[150 595 300 610]>>"
                + "<</Subtype/Widget/FT/Tx/F 2/T(h)/V(hidden)/Rect[150 575 300 590]>>]"));

        Assert.Equal(["Name: Ada Lovelace", "Colour: Red", "Agreed: ☒", "The end of the form."], parsed.Blocks.Select(block => block.Text));
    }

    [Fact]
    public void Comments_are_notes_and_text_boxes_are_text()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 12 Tf 72 700 Td (The page itself.) Tj ET",
            entries: "/Annots[<</Subtype/Text/Contents(Is that so?)/Rect[10 10 20 20]>><</Subtype/FreeText/Contents(Added later)/Rect[72 600 200 620]>>]"));

        Assert.Equal(
            [(BlockKind.Paragraph, "The page itself."), (BlockKind.Paragraph, "Added later"), (BlockKind.Note, "Comment: Is that so?")],
            parsed.Blocks.Select(block => (block.Kind, block.Text)));
    }

    [Fact]
    public void Headers_and_footers_come_once_after_the_body()
    {
        var builder = new PdfBuilder();
        for (var page = 1; page <= 4; page++)
        {
            builder.Draw($"BT /F 9 Tf 72 760 Td (Annual report) Tj /F 12 Tf 0 -60 Td (Words of page {"abcd"[page - 1]}.) Tj /F 9 Tf 0 -660 Td ({page} of 4) Tj ET");
        }

        var parsed = Read(builder);

        Assert.Equal(["Words of page a.", "Words of page b.", "Words of page c.", "Words of page d.", "Annual report", "1 of 4"], parsed.Blocks.Select(block => block.Text));
        Assert.Equal([BlockKind.Furniture, BlockKind.Furniture], parsed.Blocks.Skip(4).Select(block => block.Kind));
    }

    [Fact]
    public void Pages_of_one_line_are_not_taken_for_their_numbers()
    {
        var builder = new PdfBuilder();
        for (var page = 1; page <= 5; page++)
        {
            builder.Text($"Potato {page}");
        }

        Assert.Equal(5, Read(builder).Blocks.Count(block => block.Text.StartsWith("Potato", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_tagged_file_calls_furniture_is_none_of_the_body()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "/Artifact <</Type/Pagination/Subtype/Header>> BDC BT /F 12 Tf 72 760 Td (The header) Tj ET EMC BT /F 12 Tf 72 700 Td (The body.) Tj ET"));

        Assert.Equal([(BlockKind.Paragraph, "The body."), (BlockKind.Furniture, "The header")], parsed.Blocks.Select(block => (block.Kind, block.Text)));
    }

    [Fact]
    public void Letters_that_stand_for_other_text_read_as_that()
    {
        var parsed = Read(new PdfBuilder().Draw("BT /F 12 Tf 72 700 Td (Number ) Tj /Span <</ActualText(VII)>> BDC (\\\\\\|\\|) Tj EMC ( is next.) Tj ET"));

        Assert.Equal("Number VII is next.", parsed.Text);
    }

    [Fact]
    public void A_title_drawn_last_is_read_first()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 12 Tf 72 600 Td (The body starts here and fills the line.) Tj ET BT /F 12 Tf 72 740 Td (A letterhead over all) Tj ET"));

        Assert.Equal(["A letterhead over all", "The body starts here and fills the line."], parsed.Blocks.Select(block => block.Text));
    }

    [Fact]
    public void Columns_are_read_one_after_the_other_and_hyphens_at_their_lines_ends_are_joined()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 10 Tf 72 700 Td (The first column of the page has a long inter-) Tj 0 -12 Td (esting text that goes on to the very end and) Tj ET "
            + "BT /F 10 Tf 320 700 Td (then to the next column, where it ends.) Tj ET"));

        Assert.Equal("The first column of the page has a long interesting text that goes on to the very end and then to the next column, where it ends.", parsed.Text);
    }

    [Fact]
    public void Tables_keep_their_columns_and_end_at_a_title()
    {
        var content = new StringBuilder("BT /F 10 Tf ");
        string[][] rows = [["Item", "Count", "Price"], ["Nails", "100", "1.50"], ["Screws", "20", "3.20"], ["Totals"], ["Month", "Sold", "Left"], ["May", "7", "3"], ["June", "9", "1"]];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var font = rows[row].Length == 1 ? "/F 14 Tf" : "/F 10 Tf";
                content.Append(FormattableString.Invariant($"{font} 1 0 0 1 {72 + (120 * column)} {700 - (16 * row)} Tm ({rows[row][column]}) Tj "));
            }
        }

        var parsed = Read(new PdfBuilder().Draw(content + "ET"));

        Assert.Equal(2, parsed.Blocks.Count(block => block.Kind == BlockKind.Table));
        Assert.Contains("| Screws | 20 | 3.20 |", parsed.Text, StringComparison.Ordinal);
        Assert.Contains("| Month | Sold | Left |\n| --- | --- | --- |", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_outline_tells_headings_and_its_loops_end()
    {
        var builder = new PdfBuilder().Draw("BT /F 12 Tf 72 700 Td (First chapter) Tj 0 -30 Td (Its text is as large as its title.) Tj ET");
        var item = builder.Add($"<</Title(1. First Chapter)/Dest[{builder.LastPage} 0 R/Fit]/Next {builder.LastPage + 1} 0 R>>");
        builder.Catalog = $"/Outlines<</First {item} 0 R>>";

        var parsed = Read(builder);

        Assert.Equal((BlockKind.Heading, "# First chapter"), (parsed.Blocks[0].Kind, parsed.Blocks[0].Text));
    }

    [Fact]
    public void Text_beside_the_page_is_not_read() =>
        Assert.Equal("On the page.", Read(new PdfBuilder().Draw("BT /F 12 Tf 72 700 Td (On the page.) Tj 2000 0 Td (Beside it.) Tj ET")).Text);

    [Theory]
    [InlineData("BT /F 12 Tf 72 700 Td (Cut off")]
    [InlineData("BT /F 12 Tf 72 700 Td (Cut off) Tj ET BI /W 1 /H 1 ID \0\0\0")]
    [InlineData("] } >> ) BT /F 12 Tf 72 700 Td (Cut off) Tj Q Q Q EMC ET -- +.- <4")]
    public void Damaged_content_keeps_what_comes_before(string content) =>
        Assert.Contains(Read(new PdfBuilder().Draw(content).Text("Another page.")).Blocks, block => block.Text == "Another page.");

    [Fact]
    public void Cross_reference_streams_of_impossible_widths_are_refused()
    {
        var parsed = Parsed.Of("a.pdf", Encoding.Latin1.GetBytes("%PDF-1.5\n1 0 obj\n<</Type/XRef/W[1 2 166666666]/Size 2>>stream\nx\nendstream endobj\nstartxref\n9\n%%EOF"));

        Assert.Equal(DocumentFailureCode.Malformed, parsed.Failure);
    }

    private static Parsed Read(PdfBuilder builder)
    {
        var parsed = Parsed.Of("a.pdf", builder.Build());
        BlockRules.Check(parsed.Blocks);
        return parsed;
    }

    // Codes from 1 on stand for the characters of a text.
    private static int IdentityFont(PdfBuilder builder, string direction, string characters)
    {
        var pairs = string.Concat(characters.Select((unit, index) => $"<{index + 1:X4}> <{(int)unit:X4}> "));
        var map = builder.AddStream($"{characters.Length} beginbfchar {pairs}endbfchar");
        var descendant = builder.Add("<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>");
        return builder.Add($"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-{direction}/DescendantFonts[{descendant} 0 R]/ToUnicode {map} 0 R>>");
    }
}
