namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>
/// The cells of a table one under the other, without rules: a column of text, which is recognised better than cells beside each other, and
/// where a word stands tells its cell.
/// </summary>
internal sealed class CellSheet
{
    private const int MostHeight = Isolation.Wire.Protocol.MaxPictureSide;
    private const int Margin = 20;

    private readonly List<(int Bottom, int Cell)> _places;

    private CellSheet(GrayPicture picture, List<(int Bottom, int Cell)> places) => (Picture, _places) = (picture, places);

    /// <summary>What it looks like.</summary>
    public GrayPicture Picture { get; }

    /// <summary>Lays out the cells that hold something, on as many sheets as they need.</summary>
    /// <param name="page">The page.</param>
    /// <param name="table">The table on it.</param>
    /// <param name="dark">Shades up to this are ink.</param>
    /// <param name="lineHeight">How high lines of text are.</param>
    public static IReadOnlyList<CellSheet> Lay(GrayPicture page, RuledTable table, byte dark, double lineHeight)
    {
        var inset = RuleFinder.MostThickness(page);
        var gap = (int)Math.Clamp(lineHeight, 12, 60);
        var pieces = new List<(int Cell, PixelArea Area)>();
        for (var cell = 0; cell < table.Cells.Count; cell++)
        {
            // The frame may lie within: what stands in a cell keeps a distance from its rules.
            var bounds = Ink.Bounds(page, table.Cells[cell].Area.Shrunk(inset), dark);
            if (!bounds.IsEmpty)
            {
                pieces.Add((cell, new PixelArea(
                    Math.Max(0, bounds.Left - 2), Math.Max(0, bounds.Top - 2), Math.Min(page.Width, bounds.Right + 2), Math.Min(page.Height, bounds.Bottom + 2))));
            }
        }

        var sheets = new List<CellSheet>();
        for (var first = 0; first < pieces.Count;)
        {
            var (count, height) = (0, Margin);
            while (first + count < pieces.Count && (count == 0 || height + pieces[first + count].Area.Height + gap <= MostHeight))
            {
                height += pieces[first + count++].Area.Height + gap;
            }

            sheets.Add(Lay(page, pieces.GetRange(first, count), height, gap));
            first += count;
        }

        return sheets;
    }

    /// <summary>The same, larger or smaller.</summary>
    public CellSheet Scaled(double factor) =>
        new(Resampling.Scaled(Picture, factor), [.. _places.Select(place => ((int)(place.Bottom * factor), place.Cell))]);

    /// <summary>The cell that stands at a height of the sheet.</summary>
    public int CellAt(int y)
    {
        var index = _places.BinarySearch((y, int.MaxValue));
        return _places[Math.Min(~index, _places.Count - 1)].Cell;
    }

    private static CellSheet Lay(GrayPicture page, List<(int Cell, PixelArea Area)> pieces, int height, int gap)
    {
        var width = pieces.Max(piece => piece.Area.Width) + (2 * Margin);
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(255);
        var places = new List<(int, int)>();
        var y = Margin;
        foreach (var (cell, area) in pieces)
        {
            // What is gray or dark behind the letters of a cell would be an edge on the sheet.
            var paper = Paper(page, area);
            for (var row = area.Top; row < area.Bottom; row++, y++)
            {
                var to = pixels.AsSpan((y * width) + Margin, area.Width);
                page.Row(row)[area.Left..area.Right].CopyTo(to);
                foreach (ref var shade in to)
                {
                    shade = paper < 128 ? (byte)Math.Min(255, 255 - shade + paper) : (byte)Math.Min(255, shade + (255 - paper));
                }
            }

            y += gap;
            places.Add((y - (gap / 2), cell));
        }

        return new CellSheet(new GrayPicture(width, height, pixels), places);
    }

    // The shade that most of a cell has.
    private static int Paper(GrayPicture page, PixelArea area)
    {
        Span<int> counts = stackalloc int[256];
        for (var y = area.Top; y < area.Bottom; y++)
        {
            foreach (var shade in page.Row(y)[area.Left..area.Right])
            {
                counts[shade]++;
            }
        }

        var best = 0;
        for (var shade = 1; shade < 256; shade++)
        {
            best = counts[shade] > counts[best] ? shade : best;
        }

        return best;
    }
}
