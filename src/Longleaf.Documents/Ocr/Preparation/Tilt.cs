namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Measures how much the lines of a page lean: at the right angle, rows of pixels are full of ink or empty.</summary>
internal static class Tilt
{
    private const int Side = 800;
    private const int MostPoints = 60_000;
    private const int LeastPoints = 200;
    private const double Most = 15;

    // A page of lines is this much sharper straight than it is tilted; photographs are not.
    private const double LeastGain = 1.1;

    /// <summary>The angle in degrees, clockwise; 0 where there is no telling.</summary>
    public static double Of(GrayPicture picture, byte dark)
    {
        var points = Points(picture, dark);
        if (points.Count < LeastPoints)
        {
            return 0;
        }

        var straight = Sharpness(points, 0);
        var best = Best(points, -Most, Most, 0.5);
        best = Best(points, best - 0.4, best + 0.4, 0.1);
        return Sharpness(points, best) > straight * LeastGain ? best : 0;
    }

    private static double Best(List<(float X, float Y)> points, double from, double to, double step)
    {
        var (best, most) = (0.0, 0.0);
        for (var angle = from; angle <= to + (step / 2); angle += step)
        {
            if (Sharpness(points, angle) is var sharpness && sharpness > most)
            {
                (best, most) = (angle, sharpness);
            }
        }

        return best;
    }

    // The dark pixels that have a light one above: the upper edges of letters stand in lines.
    private static List<(float X, float Y)> Points(GrayPicture picture, byte dark)
    {
        var step = Math.Max(1, Math.Max(picture.Width, picture.Height) / Side);
        var points = new List<(float, float)>();
        for (var y = step; y < picture.Height; y += step)
        {
            var row = picture.Row(y);
            var above = picture.Row(y - step);
            for (var x = 0; x < row.Length; x += step)
            {
                if (row[x] <= dark && above[x] > dark)
                {
                    points.Add((x / (float)step, y / (float)step));
                }
            }
        }

        if (points.Count <= MostPoints)
        {
            return points;
        }

        var every = (points.Count / MostPoints) + 1;
        return [.. points.Where((_, index) => index % every == 0)];
    }

    private static double Sharpness(List<(float X, float Y)> points, double angle)
    {
        var slope = (float)Math.Tan(angle * Math.PI / 180);
        Span<int> rows = stackalloc int[4 * Side];
        foreach (var (x, y) in points)
        {
            var row = (int)(y - (x * slope)) + Side;
            if ((uint)row < (uint)rows.Length)
            {
                rows[row]++;
            }
        }

        var sum = 0.0;
        foreach (var count in rows)
        {
            sum += (double)count * count;
        }

        return sum;
    }
}
