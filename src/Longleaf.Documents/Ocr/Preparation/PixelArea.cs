namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>A rectangle of a picture.</summary>
/// <param name="Left">Its first column.</param>
/// <param name="Top">Its first row.</param>
/// <param name="Right">Its end, exclusive.</param>
/// <param name="Bottom">Its end, exclusive.</param>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public PixelArea Shrunk(int by) => new(Left + by, Top + by, Right - by, Bottom - by);
}
