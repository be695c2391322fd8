using Longleaf.Documents.Ocr;
using SkiaSharp;

namespace Longleaf.Documents.Tests.Ocr;

/// <summary>Draws gray pictures of lines and bars that stand for text.</summary>
internal sealed class PageDrawing : IDisposable
{
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    public PageDrawing(int width, int height)
    {
        _bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        _canvas = new SKCanvas(_bitmap);
        _canvas.Clear(SKColors.White);
    }

    /// <summary>Rows of short bars, as high as letters are.</summary>
    public PageDrawing Lines(int left, int top, int right, int count, int height = 24)
    {
        using var ink = new SKPaint { Color = SKColors.Black };
        for (var line = 0; line < count; line++)
        {
            for (var x = left; x + 12 < right; x += 18)
            {
                _canvas.DrawRect(x, top + (line * height * 2), 6, height, ink);
            }
        }

        return this;
    }

    public PageDrawing Rule(float left, float top, float right, float bottom, float thickness = 2)
    {
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = thickness, IsAntialias = true };
        _canvas.DrawLine(left, top, right, bottom, ink);
        return this;
    }

    public PageDrawing Fill(int left, int top, int right, int bottom, byte shade)
    {
        using var paint = new SKPaint { Color = new SKColor(shade, shade, shade) };
        _canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
        return this;
    }

    public PageDrawing Tilt(float degrees)
    {
        _canvas.RotateDegrees(degrees, _bitmap.Width / 2f, _bitmap.Height / 2f);
        return this;
    }

    public GrayPicture Picture()
    {
        _canvas.Flush();
        var pixels = new byte[_bitmap.Width * _bitmap.Height];
        for (var y = 0; y < _bitmap.Height; y++)
        {
            _bitmap.GetPixelSpan().Slice(y * _bitmap.RowBytes, _bitmap.Width).CopyTo(pixels.AsSpan(y * _bitmap.Width));
        }

        return new GrayPicture(_bitmap.Width, _bitmap.Height, pixels);
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
    }
}
