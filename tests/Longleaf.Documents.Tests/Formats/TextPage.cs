using SkiaSharp;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Sets text as a printer would, as a picture.</summary>
internal static class TextPage
{
    private const double Width = 595;
    private const double Height = 420;
    private const double Margin = 50;

    public static SKBitmap Prose(string fontPath, string text, double points, int dotsPerInch)
    {
        var (bitmap, scale) = Paper(dotsPerInch);
        using var canvas = new SKCanvas(bitmap);
        using var typeface = SKTypeface.FromFile(fontPath, 0);
        using var font = new SKFont(typeface, (float)points * scale) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        var y = Margin;
        for (var rest = text; rest.Length > 0;)
        {
            var count = font.BreakText(rest, (float)(Width - (2 * Margin)) * scale);
            canvas.DrawText(rest[..count], (float)Margin * scale, (float)y * scale, SKTextAlign.Left, font, ink);
            rest = rest[count..];
            y += points * 1.6;
        }

        canvas.Flush();
        return bitmap;
    }

    /// <summary>Sets a table with rules around every cell, each on a line.</summary>
    public static SKBitmap Table(string fontPath, IReadOnlyList<string[]> rows, double points, int dotsPerInch)
    {
        var (bitmap, scale) = Paper(dotsPerInch);
        using var canvas = new SKCanvas(bitmap);
        using var typeface = SKTypeface.FromFile(fontPath, 0);
        using var font = new SKFont(typeface, (float)points * scale) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true, StrokeWidth = 0.6f * scale };
        var (column, row) = ((Width - (2 * Margin)) / rows[0].Length, points * 2);
        for (var y = 0; y <= rows.Count; y++)
        {
            Line(Margin, Margin + (y * row), Width - Margin, Margin + (y * row));
        }

        for (var x = 0; x <= rows[0].Length; x++)
        {
            Line(Margin + (x * column), Margin, Margin + (x * column), Margin + (rows.Count * row));
        }

        for (var (y, x) = (0, 0); y < rows.Count; (y, x) = x + 1 < rows[0].Length ? (y, x + 1) : (y + 1, 0))
        {
            canvas.DrawText(
                rows[y][x], (float)(Margin + (x * column) + 4) * scale, (float)(Margin + (y * row) + (points * 1.4)) * scale, SKTextAlign.Left, font, ink);
        }

        canvas.Flush();
        return bitmap;

        void Line(double left, double top, double right, double bottom) =>
            canvas.DrawLine((float)left * scale, (float)top * scale, (float)right * scale, (float)bottom * scale, ink);
    }

    /// <summary>How many of the letters and digits of a text are among those found, in percent.</summary>
    public static double LettersFound(string found, string truth)
    {
        var left = found.Where(char.IsLetterOrDigit).GroupBy(unit => unit).ToDictionary(group => group.Key, group => group.Count());
        var letters = truth.Where(char.IsLetterOrDigit).ToList();
        return 100.0 * letters.Count(letter => left.TryGetValue(letter, out var count) && (left[letter] = count - 1) >= 0) / letters.Count;
    }

    private static (SKBitmap Paper, float Scale) Paper(int dotsPerInch)
    {
        var scale = dotsPerInch / 72f;
        var bitmap = new SKBitmap(new SKImageInfo((int)(Width * scale), (int)(Height * scale), SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        return (bitmap, scale);
    }
}
