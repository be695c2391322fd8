namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Where on a picture something stands.</summary>
internal static class Ink
{
    // A speck has fewer dark pixels than a full stop.
    private const int LeastPixels = 4;

    /// <summary>The least rectangle around the dark pixels of an area; empty if there are next to none.</summary>
    public static PixelArea Bounds(GrayPicture picture, PixelArea area, byte dark)
    {
        var (left, top, right, bottom, count) = (area.Right, area.Bottom, area.Left, area.Top, 0);
        for (var y = Math.Max(0, area.Top); y < Math.Min(picture.Height, area.Bottom); y++)
        {
            if (area.Width <= 0)
            {
                break;
            }

            var row = picture.Row(y)[area.Left..area.Right];
            var first = row.IndexOfAnyInRange((byte)0, dark);
            if (first < 0)
            {
                continue;
            }

            var last = row.LastIndexOfAnyInRange((byte)0, dark);
            count += last == first ? 1 : 2;
            (left, right) = (Math.Min(left, area.Left + first), Math.Max(right, area.Left + last + 1));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }

        return count < LeastPixels ? default : new PixelArea(left, top, right, bottom);
    }

    /// <summary>How often a row goes from light to dark: often where letters stand.</summary>
    public static int Changes(ReadOnlySpan<byte> row)
    {
        var changes = 0;
        for (var x = 1; x < row.Length; x++)
        {
            changes += row[x] < 128 && row[x - 1] >= 128 ? 1 : 0;
        }

        return changes;
    }

    /// <summary>How high the lines of text are, from the highest to the lowest stroke: the middle one, by how much stands on them; 0 if none is to be seen.</summary>
    public static double LineHeight(GrayPicture picture, byte dark)
    {
        const int strips = 12;
        var heights = new List<(int Height, int Weight)>();
        var width = Math.Max(1, picture.Width / strips);
        for (var left = 0; left + width <= picture.Width; left += width)
        {
            var (from, weight) = (-1, 0);
            for (var y = 0; y <= picture.Height; y++)
            {
                var count = y < picture.Height ? Count(picture.Row(y).Slice(left, width), dark) : 0;
                // Rules fill the strip; what fills it over many rows is a picture.
                if (count > 0 && count < width * 0.8)
                {
                    (from, weight) = (from < 0 ? y : from, weight + count);
                }
                else if (from >= 0)
                {
                    var height = y - from;
                    if (height >= 6 && weight > height)
                    {
                        heights.Add((height, weight));
                    }

                    (from, weight) = (-1, 0);
                }
            }
        }

        var total = heights.Sum(one => (long)one.Weight);
        var sum = 0L;
        foreach (var (height, weight) in heights.OrderBy(one => one.Height))
        {
            sum += weight;
            if (sum * 2 >= total)
            {
                return height;
            }
        }

        return 0;
    }

    private static int Count(ReadOnlySpan<byte> row, byte dark)
    {
        var count = 0;
        foreach (var shade in row)
        {
            count += shade <= dark ? 1 : 0;
        }

        return count;
    }
}
