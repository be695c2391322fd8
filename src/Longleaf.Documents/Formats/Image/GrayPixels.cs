using SkiaSharp;

namespace Longleaf.Documents.Formats.Image;

/// <summary>Pixels of pictures as shades of gray.</summary>
internal static class GrayPixels
{
    /// <summary>The picture, unpremultiplied RGBA, as it looks on white paper.</summary>
    public static SKBitmap OnWhite(SKBitmap picture)
    {
        var gray = New(picture.Width, picture.Height);
        for (var y = 0; y < picture.Height; y++)
        {
            var from = Row(picture, y);
            var to = Row(gray, y);
            for (var x = 0; x < to.Length; x++)
            {
                var pixel = from.Slice(x * 4, 4);
                // ITU-R BT.601
                var light = ((pixel[0] * 299) + (pixel[1] * 587) + (pixel[2] * 114)) / 1000;
                to[x] = (byte)(255 - ((255 - light) * pixel[3] / 255));
            }
        }

        return gray;
    }

    /// <summary>The picture turned and mirrored as its camera said that it lies.</summary>
    public static SKBitmap Upright(SKBitmap gray, SKEncodedOrigin origin)
    {
        var swaps = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = swaps ? New(gray.Height, gray.Width) : New(gray.Width, gray.Height);
        var (right, bottom) = (gray.Width - 1, gray.Height - 1);
        for (var y = 0; y < upright.Height; y++)
        {
            var to = Row(upright, y);
            for (var x = 0; x < to.Length; x++)
            {
                var (column, row) = origin switch
                {
                    SKEncodedOrigin.TopRight => (right - x, y),
                    SKEncodedOrigin.BottomRight => (right - x, bottom - y),
                    SKEncodedOrigin.BottomLeft => (x, bottom - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, bottom - x),
                    SKEncodedOrigin.RightBottom => (right - y, bottom - x),
                    SKEncodedOrigin.LeftBottom => (right - y, x),
                    _ => (x, y),
                };
                to[x] = Row(gray, row)[column];
            }
        }

        return upright;
    }

    /// <summary>The pixels, row after row without padding.</summary>
    public static byte[] Rows(SKBitmap gray)
    {
        var pixels = new byte[gray.Width * gray.Height];
        for (var y = 0; y < gray.Height; y++)
        {
            Row(gray, y).CopyTo(pixels.AsSpan(y * gray.Width));
        }

        return pixels;
    }

    private static SKBitmap New(int width, int height)
    {
        var bitmap = new SKBitmap();
        return bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque)) ? bitmap : throw new InsufficientMemoryException();
    }

    private static Span<byte> Row(SKBitmap bitmap, int y) =>
        bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width * bitmap.BytesPerPixel);
}
