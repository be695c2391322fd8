using SkiaSharp;

namespace Longleaf.Bench.Scans;

/// <summary>A page set from known text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Picture">What it looks like, gray.</param>
/// <param name="Truth">Its text, in the order of reading; cells of tables on lines of their own.</param>
internal sealed record PaintedPage(string Name, SKBitmap Picture, string Truth)
{
    /// <summary>Makes a PNG of a portable gray map, beside it.</summary>
    public static string SaveAsPng(string map)
    {
        var (width, height, pixels) = ScanPdf.Read(File.ReadAllBytes(map));
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
        {
            pixels.Span.Slice(y * width, width).CopyTo(bitmap.GetPixelSpan()[(y * bitmap.RowBytes)..]);
        }

        var path = Path.ChangeExtension(map, ".png");
        File.WriteAllBytes(path, bitmap.Encode(SKEncodedImageFormat.Png, 80).ToArray());
        return path;
    }
}
