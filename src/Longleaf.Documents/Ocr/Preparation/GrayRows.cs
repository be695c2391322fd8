using System.Numerics;
using System.Runtime.InteropServices;

namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Work on the shades of whole pictures.</summary>
internal static class GrayRows
{
    /// <summary>A row of a picture.</summary>
    public static ReadOnlySpan<byte> Row(this GrayPicture picture, int y) => picture.Pixels.Span.Slice(y * picture.Width, picture.Width);

    /// <summary>How many pixels have each shade, from a part of the rows.</summary>
    public static int[] Histogram(this GrayPicture picture)
    {
        var counts = new int[256];
        for (var y = 0; y < picture.Height; y += 3)
        {
            foreach (var shade in picture.Row(y))
            {
                counts[shade]++;
            }
        }

        return counts;
    }

    /// <summary>The shade that parts dark from light best (Otsu's method).</summary>
    public static byte Threshold(int[] histogram)
    {
        var (total, sum) = (0L, 0L);
        for (var shade = 0; shade < 256; shade++)
        {
            total += histogram[shade];
            sum += (long)shade * histogram[shade];
        }

        var (dark, darkSum, best, threshold) = (0L, 0L, -1.0, 127);
        for (var shade = 0; shade < 255; shade++)
        {
            dark += histogram[shade];
            darkSum += (long)shade * histogram[shade];
            if (dark == 0 || dark == total)
            {
                continue;
            }

            var distance = ((double)darkSum / dark) - ((double)(sum - darkSum) / (total - dark));
            var between = (double)dark * (total - dark) * distance * distance;
            if (between > best)
            {
                (best, threshold) = (between, shade);
            }
        }

        return (byte)threshold;
    }

    /// <summary>Every pixel put through a table.</summary>
    public static GrayPicture Map(this GrayPicture picture, ReadOnlySpan<byte> table)
    {
        var pixels = new byte[picture.Pixels.Length];
        var from = picture.Pixels.Span;
        for (var index = 0; index < pixels.Length; index++)
        {
            pixels[index] = table[from[index]];
        }

        return picture with { Pixels = pixels };
    }

    /// <summary>Columns as rows.</summary>
    public static GrayPicture Transposed(this GrayPicture picture)
    {
        const int tile = 32;
        var pixels = new byte[picture.Pixels.Length];
        var from = picture.Pixels.Span;
        var (width, height) = (picture.Width, picture.Height);
        for (var top = 0; top < height; top += tile)
        {
            for (var left = 0; left < width; left += tile)
            {
                for (var x = left; x < Math.Min(left + tile, width); x++)
                {
                    for (var y = top; y < Math.Min(top + tile, height); y++)
                    {
                        pixels[(x * height) + y] = from[(y * width) + x];
                    }
                }
            }
        }

        return new GrayPicture(height, width, pixels);
    }

    /// <summary>Marks pixels of a row that are darker, by so much, than those as far above and below.</summary>
    /// <param name="row">The row.</param>
    /// <param name="above">The row so far above.</param>
    /// <param name="below">The row so far below.</param>
    /// <param name="least">How much darker at least.</param>
    /// <param name="marks">Becomes other than 0 where it is so.</param>
    public static void MarkRidge(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, byte least, Span<byte> marks)
    {
        var rows = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        var aboves = MemoryMarshal.Cast<byte, Vector<byte>>(above);
        var belows = MemoryMarshal.Cast<byte, Vector<byte>>(below);
        var results = MemoryMarshal.Cast<byte, Vector<byte>>(marks);
        var step = new Vector<byte>(least);
        for (var index = 0; index < rows.Length; index++)
        {
            var lighter = Vector.Min(aboves[index], belows[index]);
            // Where the subtraction would wrap round, nothing can be so much darker.
            results[index] = Vector.GreaterThanOrEqual(lighter, step) & Vector.LessThanOrEqual(rows[index], lighter - step);
        }

        for (var x = rows.Length * Vector<byte>.Count; x < row.Length; x++)
        {
            marks[x] = row[x] + least <= Math.Min(above[x], below[x]) ? (byte)255 : (byte)0;
        }
    }
}
