using Longleaf.Documents.Ocr;
using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Tests.Ocr;

public sealed class PagePreparationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(5)]
    [InlineData(10)]
    public void Tilted_pages_are_straightened(float degrees)
    {
        using var drawing = new PageDrawing(1200, 1600);
        var tilted = drawing.Tilt(degrees).Lines(150, 200, 1050, 20).Picture();

        Assert.Equal(degrees, Tilt.Of(tilted, 127), 0.2);
        Assert.Equal(0, Tilt.Of(PagePreparation.Prepare(tilted, TextScript.Any).Body, 127), 0.2);
    }

    [Fact]
    public void Negatives_and_faint_pages_become_dark_on_light()
    {
        using var negative = new PageDrawing(800, 600);
        var white = negative.Lines(100, 100, 700, 6).Picture();
        var faint = white.Map([.. Enumerable.Range(0, 256).Select(shade => (byte)(150 + (shade / 5)))]);
        var inverse = white.Map([.. Enumerable.Range(0, 256).Select(shade => (byte)(255 - shade))]);

        Assert.Equal(white.Pixels.ToArray(), PagePreparation.Prepare(faint, TextScript.Any).Body.Pixels.ToArray());
        Assert.Equal(white.Pixels.ToArray(), PagePreparation.Prepare(inverse, TextScript.Any).Body.Pixels.ToArray());
    }

    [Theory]
    [InlineData(10, 30)]
    [InlineData(24, 24)]
    [InlineData(80, 40)]
    public void Letters_are_brought_to_a_size_that_is_read_well(int height, int expected)
    {
        using var drawing = new PageDrawing(1600, 1200);
        var body = PagePreparation.Prepare(drawing.Lines(100, 100, 1500, 6, height).Picture(), TextScript.Any).Body;

        Assert.InRange(Ink.LineHeight(body, 127), expected - 3, expected + 3);
    }

    [Fact]
    public void Ruled_tables_are_taken_out_of_the_page_and_their_cells_laid_under_each_other()
    {
        using var drawing = Grid();
        var page = PagePreparation.Prepare(drawing.Lines(100, 60, 900, 2).Picture(), TextScript.Any);

        var (table, sheets) = Assert.Single(page.Tables);
        Assert.Equal((3, 3, 9), (table.Rows, table.Columns, table.Cells.Count));
        var sheet = Assert.Single(sheets);
        Assert.True(sheet.Picture.Height > 9 * 24);
        Assert.Equal([.. Enumerable.Range(0, 9)], Enumerable.Range(0, sheet.Picture.Height).Select(sheet.CellAt).Distinct());
        Assert.True(Ink.Bounds(page.Body, new PixelArea(0, 190, 1000, 1000), 127).IsEmpty);
        Assert.False(Ink.Bounds(page.Body, new PixelArea(0, 0, 1000, 190), 127).IsEmpty);
    }

    [Fact]
    public void Merged_cells_are_told_by_the_rules_that_are_not_there()
    {
        using var drawing = Grid();
        // Over the rule between the first two cells of the first row, and over that between the last two of the last column.
        var page = PagePreparation.Prepare(drawing.Fill(390, 210, 410, 290, 255).Fill(610, 390, 790, 410, 255).Picture(), TextScript.Any);

        var cells = Assert.Single(page.Tables).Table.Cells;
        Assert.Contains(cells, cell => cell is { Row: 0, Column: 0, Rows: 1, Columns: 2 });
        Assert.Contains(cells, cell => cell is { Row: 1, Column: 2, Rows: 2, Columns: 1 });
        Assert.Equal(7, cells.Count);
    }

    [Fact]
    public void Boxes_of_a_drawing_and_lines_around_a_page_are_no_tables()
    {
        using var boxes = new PageDrawing(1000, 1000);
        foreach (var y in (int[])[200, 400, 600])
        {
            boxes.Rule(300, y, 600, y).Rule(300, y + 100, 600, y + 100).Rule(300, y, 300, y + 100).Rule(600, y, 600, y + 100).Lines(330, y + 30, 580, 1);
        }

        using var framed = new PageDrawing(1000, 1000);
        framed.Rule(50, 50, 950, 50).Rule(50, 950, 950, 950).Rule(50, 50, 50, 950).Rule(950, 50, 950, 950).Lines(100, 100, 900, 15);

        Assert.Empty(PagePreparation.Prepare(boxes.Picture(), TextScript.Any).Tables);
        Assert.Empty(PagePreparation.Prepare(framed.Picture(), TextScript.Any).Tables);
    }

    [Theory]
    [InlineData(320, 580, 1)]
    [InlineData(100, 900, 0)]
    public void A_table_open_at_its_sides_has_nothing_going_through_them(int left, int right, int tables)
    {
        using var drawing = new PageDrawing(1000, 1000);
        foreach (var y in (int[])[200, 300, 400, 500])
        {
            drawing.Rule(300, y, 600, y);
        }

        drawing.Rule(450, 200, 450, 500);
        foreach (var y in (int[])[238, 338, 438])
        {
            drawing.Lines(left, y, 440, 1).Lines(460, y, right, 1);
        }

        Assert.Equal(tables, PagePreparation.Prepare(drawing.Picture(), TextScript.Any).Tables.Count);
    }

    [Fact]
    public void Pictures_of_any_size_are_prepared()
    {
        foreach (var (width, height) in ((int, int)[])[(1, 1), (1, 500), (500, 1), (9, 7), (33, 31)])
        {
            var noise = new byte[width * height];
            new Random(7).NextBytes(noise);

            var body = PagePreparation.Prepare(new GrayPicture(width, height, noise), TextScript.SimplifiedHan).Body;

            Assert.Equal(body.Width * body.Height, body.Pixels.Length);
        }
    }

    private static PageDrawing Grid()
    {
        var drawing = new PageDrawing(1000, 1000);
        foreach (var place in (int[])[200, 300, 400, 500])
        {
            drawing.Rule(200, place, 800, place);
        }

        foreach (var place in (int[])[200, 400, 600, 800])
        {
            drawing.Rule(place, 200, place, 500);
        }

        foreach (var (x, y) in from y in (int[])[238, 338, 438] from x in (int[])[230, 430, 630] select (x, y))
        {
            drawing.Lines(x, y, x + 120, 1);
        }

        return drawing;
    }
}
