using Longleaf.Documents.Isolation.Wire;
using Longleaf.Documents.Ocr;
using SkiaSharp;

namespace Longleaf.Documents.Formats.Image;

/// <summary>Decodes pictures to what is recognised best: gray on white, upright, of a sensible size.</summary>
internal sealed class FrameDecoder(SKCodec codec) : IDisposable
{
    // 300 dpi of a page and a half. More takes time and finds no more.
    private const int MostPixels = 16_000_000;

    private SKBitmap? _decoded;

    /// <summary>Decodes a frame.</summary>
    /// <param name="frame">Its number, from 0.</param>
    /// <returns>The picture; <see langword="null"/> if nothing of it can be decoded.</returns>
    public GrayPicture? Decode(int frame)
    {
        _decoded ??= Allocate();
        var goesOn = GoesOn(frame);
        if (!goesOn)
        {
            _decoded.Erase(SKColors.White);
        }

        var options = goesOn ? new SKCodecOptions(frame, frame - 1) : new SKCodecOptions(frame);
        var result = codec.GetPixels(_decoded.Info, _decoded.GetPixels(), _decoded.RowBytes, options);
        if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
        {
            return null;
        }

        using var gray = GrayPixels.OnWhite(_decoded);
        using var upright = GrayPixels.Upright(gray, codec.EncodedOrigin);
        using var scaled = Scaled(upright);
        return new GrayPicture(scaled.Width, scaled.Height, GrayPixels.Rows(scaled));
    }

    public void Dispose() => _decoded?.Dispose();

    private SKBitmap Allocate()
    {
        // JPEG can be decoded at a part of its size, which saves memory.
        var share = Math.Min(1, Math.Sqrt(MostPixels / (double)((long)codec.Info.Width * codec.Info.Height)));
        var size = codec.GetScaledDimensions((float)share);
        var bitmap = new SKBitmap();
        return bitmap.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul)) ? bitmap : throw new InsufficientMemoryException();
    }

    // The frame before is still there: Skia need not decode all before it again.
    private bool GoesOn(int frame) => frame > 0
        && codec.GetFrameInfo(frame, out var info) && info.RequiredFrame >= 0
        && codec.GetFrameInfo(frame - 1, out var before) && before.DisposalMethod != SKCodecAnimationDisposalMethod.RestorePrevious;

    private static SKBitmap Scaled(SKBitmap picture)
    {
        var pixels = (double)picture.Width * picture.Height;
        var scale = Math.Min(1, Math.Sqrt(MostPixels / pixels));
        scale = Math.Min(scale, (double)Protocol.MaxPictureSide / Math.Max(picture.Width, picture.Height));
        var info = picture.Info.WithSize(
            Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var sampling = new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
        return (scale == 1 ? picture.Copy() : picture.Resize(info, sampling)) ?? throw new InsufficientMemoryException();
    }
}
