using System.Buffers.Binary;
using SkiaSharp;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Makes pictures of real ones: turned, transparent, of few colours, in frames.</summary>
internal static class PictureBuilder
{
    public static SKBitmap Load(string path) => SKBitmap.Decode(path);

    public static byte[] Png(SKBitmap picture) => picture.Encode(SKEncodedImageFormat.Png, 100).ToArray();

    /// <summary>A small PNG whose header, its checksum right, says another size.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        using var small = new SKBitmap(8, 8);
        var png = Png(small);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        var sum = uint.MaxValue;
        foreach (var unit in png.AsSpan(12, 17))
        {
            sum ^= unit;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~sum);
        return png;
    }

    /// <summary>The dark parts in black, the others transparent black: nothing is to be seen on black, everything on white.</summary>
    public static byte[] TransparentPng(SKBitmap picture)
    {
        using var transparent = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        ForEach(picture, (x, y, isDark) => transparent.SetPixel(x, y, isDark ? SKColors.Black : new SKColor(0, 0, 0, 0)));
        return Png(transparent);
    }

    /// <summary>A JPEG turned by a quarter to the left, with the EXIF note that says so.</summary>
    public static byte[] TurnedJpeg(SKBitmap picture)
    {
        using var turned = new SKBitmap(picture.Height, picture.Width);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                turned.SetPixel(y, picture.Width - 1 - x, picture.GetPixel(x, y));
            }
        }

        // APP1, "Exif", a TIFF of one entry: orientation (0x0112), a short, 6 (to be turned right).
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ];
        var jpeg = turned.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>A BMP of one bit a pixel.</summary>
    public static byte[] OneBitBmp(SKBitmap picture)
    {
        var stride = (picture.Width + 31) / 32 * 4;
        var bytes = new byte[62 + (stride * picture.Height)];
        "BM"u8.CopyTo(bytes);
        foreach (var (place, value) in ((int, int)[])[(2, bytes.Length), (10, 62), (14, 40), (18, picture.Width), (22, picture.Height), (46, 2), (58, 0xFFFFFF)])
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), value);
        }

        (bytes[26], bytes[28]) = (1, 1);
        ForEach(picture, (x, y, isDark) =>
        {
            if (!isDark)
            {
                bytes[62 + ((picture.Height - 1 - y) * stride) + (x / 8)] |= (byte)(0x80 >> (x % 8));
            }
        });
        return bytes;
    }

    /// <summary>An animated GIF in black and white; frames have the size of the first.</summary>
    public static byte[] Gif(params SKBitmap[] frames)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        var gif = new List<byte>([.. "GIF89a"u8, .. Short(width), .. Short(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        foreach (var frame in frames)
        {
            gif.AddRange([0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. Short(width), .. Short(height), 0, 7]);
            var codes = new List<byte>();
            ForEach(frame, (x, y, isDark) =>
            {
                // Codes of 8 bits as long as the table is cleared before it grows: 128 is clear, 129 the end.
                if (codes.Count % 101 == 0)
                {
                    codes.Add(128);
                }

                codes.Add(isDark ? (byte)0 : (byte)1);
            });
            codes.Add(129);
            foreach (var block in codes.Chunk(255))
            {
                gif.AddRange([(byte)block.Length, .. block]);
            }

            gif.Add(0);
        }

        return [.. gif, 0x3B];
    }

    private static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    private static void ForEach(SKBitmap picture, Action<int, int, bool> act)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                picture.GetPixel(x, y).ToHsl(out _, out _, out var light);
                act(x, y, light < 50);
            }
        }
    }
}
