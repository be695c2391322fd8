using System.Text;
using SkiaSharp;

namespace Longleaf.Bench.Scans;

/// <summary>Sets text on pages of A4, as a printer would, at a resolution of choice.</summary>
/// <param name="fontPath">The font, a TrueType file or collection.</param>
/// <param name="dotsPerInch">The resolution.</param>
internal sealed class PagePainter(string fontPath, int dotsPerInch)
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private const double Margin = 60;
    private const double CellPadding = 4;

    private readonly SKTypeface _typeface = SKTypeface.FromFile(fontPath, 0) ?? throw new FileNotFoundException("There is no such font.", fontPath);

    /// <summary>Sets paragraphs, as many as there is room for.</summary>
    /// <param name="name">What the page is called.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="paragraphs">Its text.</param>
    /// <param name="points">The size of the text.</param>
    public PaintedPage Prose(string name, string title, IEnumerable<string> paragraphs, double points)
    {
        using var page = new Sheet(_typeface, dotsPerInch);
        var truth = new StringBuilder(title).Append('\n');
        page.Text(title, Margin, Margin + 16, 16);
        var y = Margin + 16 + (points * 2.5);
        foreach (var paragraph in paragraphs)
        {
            var lines = page.Wrap("\u3000\u3000" + paragraph, PageWidth - (2 * Margin), points).ToList();
            if (y + (lines.Count * points * 1.6) > PageHeight - Margin)
            {
                break;
            }

            foreach (var line in lines)
            {
                page.Text(line, Margin, y, points);
                y += points * 1.6;
            }

            truth.Append(paragraph).Append('\n');
            y += points * 0.6;
        }

        return new PaintedPage(name, page.Finish(), truth.ToString());
    }

    /// <summary>Sets a table between a line of text above and one below, as many rows as there is room for.</summary>
    /// <param name="name">What the page is called.</param>
    /// <param name="above">The text above.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="widths">The columns' shares of the width.</param>
    /// <param name="rules">How the table is ruled.</param>
    /// <param name="points">The size of the text.</param>
    public PaintedPage Table(string name, string above, IEnumerable<string[]> rows, double[] widths, TableRules rules, double points)
    {
        using var page = new Sheet(_typeface, dotsPerInch);
        var truth = new StringBuilder(above).Append('\n');
        page.Text(above, Margin, Margin + points, points);
        var (left, right, top) = (Margin, PageWidth - Margin, Margin + (points * 3));
        var columns = Columns(widths, left, right);
        var y = top;
        var edges = new List<double> { top };
        foreach (var (row, number) in rows.Select((row, number) => (row, number)))
        {
            var cells = row.Select((cell, column) => page.Wrap(cell, columns[column + 1] - columns[column] - (2 * CellPadding), points).ToList()).ToList();
            var height = (cells.Max(lines => lines.Count) * points * 1.35) + (2 * CellPadding);
            if (y + height > PageHeight - Margin - (points * 3))
            {
                break;
            }

            if (number == 0 && rules == TableRules.ShadedHeader)
            {
                page.Fill(left, y, right, y + height, 0xD0);
            }

            foreach (var (lines, column) in cells.Select((lines, column) => (lines, column)))
            {
                foreach (var (line, index) in lines.Select((line, index) => (line, index)))
                {
                    page.Text(line, columns[column] + CellPadding, y + CellPadding + (points * ((index * 1.35) + 1)), points);
                }
            }

            truth.AppendJoin('\n', row).Append('\n');
            y += height;
            edges.Add(y);
        }

        Rule(page, rules, columns, edges);
        var below = above + "。";
        page.Text(below, Margin, y + (points * 2), points);
        truth.Append(below).Append('\n');
        return new PaintedPage(name, page.Finish(), truth.ToString());
    }

    private static double[] Columns(double[] widths, double left, double right)
    {
        var columns = new double[widths.Length + 1];
        columns[0] = left;
        for (var column = 0; column < widths.Length; column++)
        {
            columns[column + 1] = columns[column] + (widths[column] / widths.Sum() * (right - left));
        }

        return columns;
    }

    private static void Rule(Sheet page, TableRules rules, double[] columns, List<double> edges)
    {
        if (rules == TableRules.None)
        {
            return;
        }

        foreach (var (edge, index) in edges.Select((edge, index) => (edge, index)))
        {
            if (rules != TableRules.ThreeLines || index < 2 || index == edges.Count - 1)
            {
                page.Line(columns[0], edge, columns[^1], edge);
            }
        }

        if (rules is TableRules.Grid or TableRules.ShadedHeader)
        {
            foreach (var column in columns)
            {
                page.Line(column, edges[0], column, edges[^1]);
            }
        }
    }

    private sealed class Sheet : IDisposable
    {
        private readonly SKTypeface _typeface;
        private readonly float _scale;
        private readonly SKBitmap _bitmap;
        private readonly SKCanvas _canvas;

        public Sheet(SKTypeface typeface, int dotsPerInch)
        {
            (_typeface, _scale) = (typeface, dotsPerInch / 72f);
            _bitmap = new SKBitmap(new SKImageInfo((int)(PageWidth * _scale), (int)(PageHeight * _scale), SKColorType.Gray8, SKAlphaType.Opaque));
            _canvas = new SKCanvas(_bitmap);
            _canvas.Clear(SKColors.White);
        }

        public void Text(string text, double x, double y, double points)
        {
            using var font = Font(points);
            using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
            _canvas.DrawText(text, (float)x * _scale, (float)y * _scale, SKTextAlign.Left, font, paint);
        }

        public void Fill(double left, double top, double right, double bottom, byte shade)
        {
            using var paint = new SKPaint { Color = new SKColor(shade, shade, shade) };
            _canvas.DrawRect(new SKRect((float)left * _scale, (float)top * _scale, (float)right * _scale, (float)bottom * _scale), paint);
        }

        public void Line(double left, double top, double right, double bottom)
        {
            using var paint = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.6f * _scale, IsAntialias = true, IsStroke = true };
            _canvas.DrawLine((float)left * _scale, (float)top * _scale, (float)right * _scale, (float)bottom * _scale, paint);
        }

        /// <summary>Cuts at blanks, and after any ideograph.</summary>
        public IEnumerable<string> Wrap(string text, double width, double points)
        {
            using var font = Font(points);
            var rest = text;
            while (rest.Length > 0)
            {
                var count = (int)font.BreakText(rest, (float)width * _scale);
                if (count < rest.Length && char.IsAsciiLetterOrDigit(rest[count]) && rest.LastIndexOf(' ', count) is var blank and > 0)
                {
                    count = blank + 1;
                }

                count = Math.Max(count, 1);
                yield return rest[..count].TrimEnd(' ');
                rest = rest[count..];
            }
        }

        public SKBitmap Finish()
        {
            _canvas.Flush();
            return _bitmap.Copy();
        }

        public void Dispose()
        {
            _canvas.Dispose();
            _bitmap.Dispose();
        }

        private SKFont Font(double points) => new(_typeface, (float)points * _scale) { Edging = SKFontEdging.Antialias, Subpixel = true };
    }
}
