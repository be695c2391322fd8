namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Pictures of another size, and turned by small angles.</summary>
internal static class Resampling
{
    private const int Shift = 14;
    private const int Half = 1 << (Shift - 1);

    /// <summary>Larger or smaller by a factor.</summary>
    public static GrayPicture Scaled(GrayPicture picture, double factor)
    {
        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * factor)), Math.Max(1, (int)Math.Round(picture.Height * factor)));
        var narrow = new byte[width * picture.Height];
        var (columns, columnWeights) = Taps(picture.Width, width);
        for (var y = 0; y < picture.Height; y++)
        {
            Across(picture.Row(y), narrow.AsSpan(y * width, width), columns, columnWeights);
        }

        var pixels = new byte[width * height];
        var (rows, rowWeights) = Taps(picture.Height, height);
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            Down(narrow, sums, rows[y], rowWeights[y]);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (byte)Math.Clamp((sums[x] + Half) >> Shift, 0, 255);
            }
        }

        return new GrayPicture(width, height, pixels);
    }

    /// <summary>Turned clockwise about its middle, as large as it was; what shows behind it is white.</summary>
    public static GrayPicture Turned(GrayPicture picture, double degrees)
    {
        const int one = 1 << 16;
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (stepX, stepY) = ((long)(cosine * one), (long)(-sine * one));
        var (middleX, middleY) = (picture.Width / 2.0, picture.Height / 2.0);
        var from = picture.Pixels.Span;
        var pixels = new byte[from.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            // Where the first pixel of this row comes from, in fractions of 16 bits.
            var sourceX = (long)(((-middleX * cosine) + ((y - middleY) * sine) + middleX) * one);
            var sourceY = (long)(((middleX * sine) + ((y - middleY) * cosine) + middleY) * one);
            for (var x = 0; x < picture.Width; x++, sourceX += stepX, sourceY += stepY)
            {
                var (column, row) = ((int)(sourceX >> 16), (int)(sourceY >> 16));
                if ((uint)column >= (uint)(picture.Width - 1) || (uint)row >= (uint)(picture.Height - 1))
                {
                    pixels[(y * picture.Width) + x] = 255;
                    continue;
                }

                var (right, below) = ((int)(sourceX & 0xFFFF) >> 8, (int)(sourceY & 0xFFFF) >> 8);
                var place = (row * picture.Width) + column;
                var upper = (from[place] * (256 - right)) + (from[place + 1] * right);
                var lower = (from[place + picture.Width] * (256 - right)) + (from[place + picture.Width + 1] * right);
                pixels[(y * picture.Width) + x] = (byte)(((upper * (256 - below)) + (lower * below)) >> 16);
            }
        }

        return picture with { Pixels = pixels };
    }

    private static void Across(ReadOnlySpan<byte> from, Span<byte> to, int[] starts, int[][] weights)
    {
        for (var x = 0; x < to.Length; x++)
        {
            var taps = weights[x];
            var source = from.Slice(starts[x], taps.Length);
            var sum = Half;
            for (var tap = 0; tap < taps.Length; tap++)
            {
                sum += source[tap] * taps[tap];
            }

            to[x] = (byte)Math.Clamp(sum >> Shift, 0, 255);
        }
    }

    private static void Down(byte[] from, int[] sums, int start, int[] weights)
    {
        Array.Clear(sums);
        for (var tap = 0; tap < weights.Length; tap++)
        {
            var row = from.AsSpan((start + tap) * sums.Length, sums.Length);
            var weight = weights[tap];
            for (var x = 0; x < sums.Length; x++)
            {
                sums[x] += row[x] * weight;
            }
        }
    }

    // For every new pixel, the first old one that it is made of and how much each of those counts.
    private static (int[] Starts, int[][] Weights) Taps(int from, int to)
    {
        var scale = (double)from / to;
        var reach = 2 * Math.Max(1, scale);
        var (starts, weights) = (new int[to], new int[to][]);
        for (var index = 0; index < to; index++)
        {
            var middle = ((index + 0.5) * scale) - 0.5;
            var first = Math.Max(0, (int)Math.Ceiling(middle - reach));
            var last = Math.Min(from - 1, (int)Math.Floor(middle + reach));
            var shares = new double[last - first + 1];
            for (var tap = 0; tap < shares.Length; tap++)
            {
                shares[tap] = Mitchell((first + tap - middle) / Math.Max(1, scale));
            }

            var sum = shares.Sum();
            (starts[index], weights[index]) = (first, Array.ConvertAll(shares, share => (int)Math.Round(share / sum * (1 << Shift))));
        }

        return (starts, weights);
    }

    // Mitchell and Netravali's filter with B = C = 1/3.
    private static double Mitchell(double distance)
    {
        var x = Math.Abs(distance);
        return x < 1 ? ((7 * x * x * x) - (12 * x * x) + (16 / 3.0)) / 6
            : x < 2 ? ((-7 / 3.0 * x * x * x) + (12 * x * x) - (20 * x) + (32 / 3.0)) / 6
            : 0;
    }
}
