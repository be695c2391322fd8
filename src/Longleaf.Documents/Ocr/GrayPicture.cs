namespace Longleaf.Documents.Ocr;

/// <summary>A picture in shades of gray, upright.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Pixels">A byte a pixel, 0 for black, row after row.</param>
internal sealed record GrayPicture(int Width, int Height, ReadOnlyMemory<byte> Pixels);
