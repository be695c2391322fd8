using SkiaSharp;

namespace Longleaf.Bench.Scans;

/// <summary>A page set from known text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Picture">What it looks like, gray.</param>
/// <param name="Truth">Its text, in the order of reading; cells of tables on lines of their own.</param>
internal sealed record PaintedPage(string Name, SKBitmap Picture, string Truth);
