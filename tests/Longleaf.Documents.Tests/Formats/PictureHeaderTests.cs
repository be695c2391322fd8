using Longleaf.Documents.Formats.Image;
using SkiaSharp;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>What the header of a picture says, beside what Skia says of it.</summary>
public sealed class PictureHeaderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void Sizes_are_those_that_are_decoded(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(371, 23);
        var bytes = picture.Encode(format, quality: 80).ToArray();

        Assert.Equal((371, 23), PictureHeader.SizeOf(bytes));
        Assert.False(PictureHeader.IsUndecoded(bytes));
        for (var length = 0; length < Math.Min(bytes.Length, 200); length++)
        {
            Assert.True(PictureHeader.SizeOf(bytes.AsSpan(0, length)) is null or (371, 23));
        }
    }

    [Fact]
    public void Bitmaps_tell_their_size_whichever_way_they_lie()
    {
        using var picture = new SKBitmap(371, 23);
        var bytes = PictureBuilder.OneBitBmp(picture);

        Assert.Equal((371, 23), PictureHeader.SizeOf(bytes));
        BitConverter.TryWriteBytes(bytes.AsSpan(22), -23);
        Assert.Equal((371, 23), PictureHeader.SizeOf(bytes));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("bmp")]
    public void Real_pictures_say_what_Skia_says(string format)
    {
        var told = 0;
        foreach (var file in Corpus.Sample(format, 80))
        {
            using var codec = SKCodec.Create(file.FullPath);
            if (codec is not null && PictureHeader.SizeOf(File.ReadAllBytes(file.FullPath)) is { } size)
            {
                Assert.Equal((codec.Info.Width, codec.Info.Height), size);
                told++;
            }
        }

        Assert.True(told >= 30, $"{told} pictures");
    }

    [Fact]
    public void Drawings_are_not_decoded()
    {
        Assert.True(PictureHeader.IsUndecoded("<svg/>"u8));
        Assert.True(PictureHeader.IsUndecoded("II*\0rest"u8));
        Assert.False(PictureHeader.IsUndecoded("GIF89a"u8));
        Assert.Null(PictureHeader.SizeOf("GIF89a"u8));
    }
}
