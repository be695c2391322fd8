namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Brings a page or picture into the form that is recognised best.</summary>
internal static class PagePreparation
{
    // Lines of text this high, from the highest stroke to the lowest, are recognised best (measured: 24 to 40 make no difference).
    private const double BestLine = 30;
    private const double LowLine = 17;
    private const double HighLine = 46;

    // Ideographs of 20 pixels have strokes of two, which run together.
    private const double LowIdeographs = 21;
    private const double MostGrowth = 3;
    private const double MostPixels = 16_000_000;
    private const double MostSide = Isolation.Wire.Protocol.MaxPictureSide;

    // Tilted less, tesseract takes it as it is.
    private const double LeastTilt = 0.35;

    /// <summary>Prepares a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="script">What its text will be recognised as.</param>
    public static PreparedPage Prepare(GrayPicture picture, TextScript script)
    {
        var least = script.IsEastAsian() ? LowIdeographs : LowLine;
        // :: 1. Dark on light, over the whole range of shades.
        var histogram = picture.Histogram();
        picture = Leveled(picture, ref histogram);
        var dark = GrayRows.Threshold(histogram);

        // :: 2. Straight.
        var tilt = Tilt.Of(picture, dark);
        if (Math.Abs(tilt) >= LeastTilt)
        {
            picture = Resampling.Turned(picture, -tilt);
        }

        // :: 3. Tables out of the page, their cells on sheets.
        var tables = new RuledTableFinder(picture, dark).Find();
        var lineHeight = Ink.LineHeight(tables.Count == 0 ? picture : Without(picture, tables), dark);
        var sheets = new List<(RuledTable, IReadOnlyList<CellSheet>)>();
        foreach (var table in tables)
        {
            sheets.Add((table, Sheets(picture, table, dark, least)));
        }

        // :: 4. Letters of the right size.
        var scale = Scale(lineHeight, least, picture);
        var body = tables.Count == 0 ? picture : Without(picture, tables);
        return new PreparedPage(scale == 1 ? body : Resampling.Scaled(body, scale), sheets, scale);
    }

    private static IReadOnlyList<CellSheet> Sheets(GrayPicture picture, RuledTable table, byte dark, double least)
    {
        var sheets = CellSheet.Lay(picture, table, dark, BestLine);
        var scale = sheets.Count == 0 ? 1 : Scale(Ink.LineHeight(sheets[0].Picture, dark), least, sheets[0].Picture);
        return scale == 1 ? sheets : [.. sheets.Select(sheet => sheet.Scaled(scale))];
    }

    private static double Scale(double lineHeight, double least, GrayPicture picture)
    {
        if (lineHeight == 0 || (lineHeight >= least && lineHeight <= HighLine))
        {
            return 1;
        }

        var scale = Math.Min(BestLine / lineHeight, MostGrowth);
        scale = Math.Min(scale, Math.Sqrt(MostPixels / ((double)picture.Width * picture.Height)));
        scale = Math.Min(scale, MostSide / Math.Max(picture.Width, picture.Height));
        // Letters that fill the picture are seldom letters; a heading is no measure of the small print beside it.
        return Math.Max(scale, 0.5);
    }

    private static GrayPicture Leveled(GrayPicture picture, ref int[] histogram)
    {
        var total = histogram.Sum();
        var (low, high) = (Quantile(histogram, total / 200), Quantile(histogram, total - (total / 200)));
        var threshold = GrayRows.Threshold(histogram);
        var darkOnes = histogram.Take(threshold + 1).Sum();
        var isNegative = darkOnes > total * 0.6;
        if (high - low < 16 || (!isNegative && low < 64 && high > 191))
        {
            return picture;
        }

        Span<byte> table = stackalloc byte[256];
        for (var shade = 0; shade < 256; shade++)
        {
            var level = (byte)Math.Clamp((shade - low) * 255 / (high - low), 0, 255);
            table[shade] = isNegative ? (byte)(255 - level) : level;
        }

        picture = picture.Map(table);
        histogram = picture.Histogram();
        return picture;
    }

    private static int Quantile(int[] histogram, int count)
    {
        var sum = 0;
        for (var shade = 0; shade < 256; shade++)
        {
            sum += histogram[shade];
            if (sum > count)
            {
                return shade;
            }
        }

        return 255;
    }

    private static GrayPicture Without(GrayPicture picture, IReadOnlyList<RuledTable> tables)
    {
        var pixels = picture.Pixels.ToArray();
        var reach = RuleFinder.MostThickness(picture);
        foreach (var (left, top, right, bottom) in tables.Select(table => table.Area.Shrunk(-reach)))
        {
            var (from, to) = (Math.Max(0, left), Math.Min(picture.Width, right));
            for (var y = Math.Max(0, top); y < Math.Min(picture.Height, bottom); y++)
            {
                pixels.AsSpan((y * picture.Width) + from, to - from).Fill(255);
            }
        }

        return picture with { Pixels = pixels };
    }
}
