using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>What stands on pages of PDFs beside running text: tables by their rules, lists, notes, layers.</summary>
public sealed class PdfStructureTests
{
    [Fact]
    public void Cells_between_rules_keep_their_lines_together()
    {
        var parsed = Read(new PdfBuilder().Draw(
            Grid([72, 172, 372], [700, 680, 640, 620]) + Texts((80, 686, "Name"), (180, 686, "What it is"), (80, 666, "Nail"),
                (180, 666, "A piece of metal with a"), (180, 650, "head and a point"), (80, 626, "Screw"), (180, 626, "A nail that turns"))));

        Assert.Equal(
            "| Name | What it is |\n| --- | --- |\n| Nail | A piece of metal with a head and a point |\n| Screw | A nail that turns |", parsed.Text);
    }

    [Fact]
    public void Text_that_runs_over_a_wall_is_cut_at_it()
    {
        // The words of a row stand as near to each other as those of one text.
        var parsed = Read(new PdfBuilder().Draw(
            Grid([72, 112, 152], [700, 680, 660]) + "BT /F 10 Tf 75 685 Td (seventy) Tj 40 0 Td (eighty) Tj -40 -20 Td (sixteen) Tj 40 0 Td (fifteen) Tj ET"));

        Assert.Equal("| seventy | eighty |\n| --- | --- |\n| sixteen | fifteen |", parsed.Text);
    }

    [Fact]
    public void Backgrounds_of_cells_are_walls_and_a_row_of_one_cell_ends_a_table()
    {
        var content = new StringBuilder();
        foreach (var (row, columns) in new[] { (0, 3), (1, 3), (2, 1), (3, 3), (4, 3) })
        {
            for (var column = 0; column < columns; column++)
            {
                content.Append(CultureInfo.InvariantCulture, $"{72 + (100 * column)} {700 - (20 * row)} {300 / columns} 20 re f ");
            }
        }

        var parsed = Read(new PdfBuilder().Draw(content + Texts(
            (80, 706, "A"), (180, 706, "B"), (280, 706, "C"), (80, 686, "1"), (180, 686, "2"), (280, 686, "3"), (80, 666, "Another table:"),
            (80, 646, "D"), (180, 646, "E"), (280, 646, "F"), (80, 626, "4"), (180, 626, "5"), (280, 626, "6"))));

        Assert.Equal([BlockKind.Table, BlockKind.Paragraph, BlockKind.Table], parsed.Blocks.Select(block => block.Kind));
        Assert.Contains("| D | E | F |\n| --- | --- | --- |\n| 4 | 5 | 6 |", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_no_rule_parts_are_told_by_the_names_in_the_first_column()
    {
        var parsed = Read(new PdfBuilder().Draw(
            Grid([72, 172, 272, 372], [700, 680, 600]) + Texts(
                (80, 686, "Item"), (180, 686, "Count"), (280, 686, "Price"), (80, 666, "Nails"), (80, 650, "Screws"), (80, 634, "Bolts"),
                (180, 666, "100"), (180, 650, "20"), (180, 634, "7"), (280, 666, "1.50"), (280, 650, "3.20"), (280, 634, "4.10"))));

        Assert.Contains("| Nails | 100 | 1.50 |\n| Screws | 20 | 3.20 |\n| Bolts | 7 | 4.10 |", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_around_columns_of_text_are_no_table()
    {
        var lines = Enumerable.Range(0, 40).SelectMany(row => new[] { (80, 690 - (12 * row), "Running text of the left side, line by line"), (320, 690 - (12 * row), "Running text of the right side, line by line") });

        var parsed = Read(new PdfBuilder().Draw(Grid([72, 312, 552], [760, 720, 200]) + Texts([(80, 730, "Left"), (320, 730, "Right"), .. lines])));

        Assert.DoesNotContain(parsed.Blocks, block => block.Kind == BlockKind.Table);
    }

    [Fact]
    public void A_drawing_of_very_many_lines_takes_no_time()
    {
        var content = new StringBuilder();
        for (var index = 0; index < 200_000; index++)
        {
            content.Append(CultureInfo.InvariantCulture, $"{index % 600} {index % 701} m {index % 600} {(index % 701) + 50} l {index % 500} {index % 311} m {(index % 500) + 90} {index % 311} l S ");
        }

        Assert.Equal("A map", Read(new PdfBuilder().Draw(content + Texts((80, 700, "A map")))).Text);
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page_and_its_note_follows_it()
    {
        var parsed = Read(new PdfBuilder()
            .Draw("BT /F 12 Tf 72 120 Td (The sentence of the first page is not at its end, as it is inter-) Tj /F 8 Tf 0 -60 Td (1 A note at the foot of the page.) Tj ET")
            .Draw("BT /F 12 Tf 72 700 Td (esting enough to go on over the page.) Tj 0 -60 Td (Another paragraph of the second page.) Tj ET"));

        Assert.Equal(
            ["The sentence of the first page is not at its end, as it is interesting enough to go on over the page.", "1 A note at the foot of the page.", "Another paragraph of the second page."],
            parsed.Blocks.Select(block => block.Text));
        Assert.Equal([1, 1, 2], parsed.Blocks.Select(block => block.Location.Page!.Value));
    }

    [Fact]
    public void A_line_turned_at_the_margin_does_not_break_a_paragraph()
    {
        var parsed = Read(new PdfBuilder()
            .Draw("BT /F 12 Tf 72 120 Td (The sentence of the first page goes on) Tj ET BT /F 20 Tf 0 1 -1 0 30 300 Tm (A number at the margin) Tj ET")
            .Draw("BT /F 12 Tf 72 700 Td (over the page.) Tj ET"));

        Assert.Equal(["The sentence of the first page goes on over the page.", "A number at the margin"], parsed.Blocks.Select(block => block.Text.TrimStart('#', ' ')));
    }

    [Fact]
    public void The_hyphen_of_a_word_that_is_written_with_one_stays_at_a_lines_end()
    {
        var parsed = Read(new PdfBuilder().Draw(
            "BT /F 10 Tf 72 700 Td (This is an open-domain question, as all the questions of the open-) Tj 0 -12 Td (domain kind are, and not an inter-) Tj 0 -12 Td (esting one along the x-) Tj 0 -12 Td (axis.) Tj ET"));

        Assert.Equal("This is an open-domain question, as all the questions of the open-domain kind are, and not an interesting one along the x-axis.", parsed.Text);
    }

    [Fact]
    public void Items_that_are_indented_are_nested()
    {
        var parsed = Read(new PdfBuilder().Draw(Texts(
            (72, 700, "1. Fruit"), (100, 684, "- apples"), (100, 668, "- pears"), (72, 652, "2. Nuts"), (100, 636, "- almonds"))));

        Assert.Equal("1. Fruit\n  - apples\n  - pears\n2. Nuts\n  - almonds", parsed.Text);
        Assert.Equal([0, 1, 1, 0, 1], parsed.Blocks.Select(block => block.Level));
    }

    [Fact]
    public void Layers_that_are_off_are_not_read()
    {
        var builder = new PdfBuilder();
        var (on, off) = (builder.Add("<</Type/OCG/Name(Shown)>>"), builder.Add("<</Type/OCG/Name(Not shown)>>"));
        var either = builder.Add($"<</Type/OCMD/OCGs[{on} 0 R {off} 0 R]/P/AllOn>>");
        var form = builder.AddStream("BT /F 12 Tf 72 500 Td (a form) Tj ET", $"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/OC {off} 0 R");
        builder.Catalog = $"/OCProperties<</OCGs[{on} 0 R {off} 0 R]/D<</OFF[{off} 0 R]>>>>";
        builder.Draw(
            "BT /F 12 Tf 72 700 Td /OC /On BDC (Shown ) Tj EMC /OC /Off BDC /Span BMC (hidden ) Tj EMC EMC /OC /Both BDC (hidden too ) Tj EMC (and plain) Tj ET /Fm Do",
            $"/Properties<</On {on} 0 R/Off {off} 0 R/Both {either} 0 R>>/XObject<</Fm {form} 0 R>>");

        Assert.Equal("Shown and plain", Read(builder).Text);
    }

    [Fact]
    public void Outlines_find_their_pages_by_name()
    {
        var builder = new PdfBuilder().Draw(Texts((72, 700, "Contents"), (72, 684, "First chapter"))).Draw(Texts((72, 700, "First chapter"), (72, 660, "Its text.")));
        var item = builder.Add("<</Title(First chapter)/Dest(one)>>");
        builder.Catalog = $"/Outlines<</First {item} 0 R>>/Names<</Dests<</Kids[<</Names[(one)[{builder.LastPage} 0 R/Fit]]>>]>>>>";

        Assert.Equal(2, Assert.Single(Read(builder).Blocks, block => block.Kind == BlockKind.Heading).Location.Page);
    }

    private static Parsed Read(PdfBuilder builder)
    {
        var parsed = Parsed.Of("a.pdf", builder.Build());
        BlockRules.Check(parsed.Blocks);
        return parsed;
    }

    // Lines across and down at all places.
    private static string Grid(int[] xs, int[] ys) =>
        string.Concat(ys.Select(y => $"{xs[0]} {y} m {xs[^1]} {y} l S ")) + string.Concat(xs.Select(x => $"{x} {ys[0]} m {x} {ys[^1]} l S "));

    private static string Texts(params (int X, int Y, string Text)[] texts) =>
        string.Concat(texts.Select(text => $"BT /F 10 Tf {text.X} {text.Y} Td ({text.Text}) Tj ET "));
}
