using System.Globalization;
using System.Net;
using System.Text;

namespace Longleaf.Evaluation.Reports;

/// <summary>Draws a heat map as SVG.</summary>
public static class HeatMapPicture
{
    private const int Cell = 64;
    private const int RowHeight = 28;
    private const int Left = 96;
    private const int Top = 64;

    // Room for the title.
    private const int MinColumns = 6;

    /// <summary>The picture, complete; each cell says its share, so that it can be read without its colours.</summary>
    public static string Write(HeatMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (width, height) = (Left + (Cell * Math.Max(map.Lengths.Count, MinColumns)) + 16, Top + (RowHeight * map.Depths.Count) + 16);
        var svg = new StringBuilder();
        svg.AppendLine(Of($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">"""));
        svg.AppendLine(Of($"""<rect width="{width}" height="{height}" fill="#ffffff"/>"""));
        svg.AppendLine(Of($"""<text x="8" y="20" font-size="14" fill="#222222">{Encode(map.Title)}</text>"""));
        svg.AppendLine(Of($"""<text x="8" y="{Top - 10}" fill="#555555">depth</text>"""));
        for (var column = 0; column < map.Lengths.Count; column++)
        {
            svg.AppendLine(Of($"""<text x="{Left + (column * Cell) + (Cell / 2)}" y="{Top - 10}" text-anchor="middle" fill="#555555">{Encode(map.Lengths[column])}</text>"""));
        }

        for (var row = 0; row < map.Depths.Count; row++)
        {
            var y = Top + (row * RowHeight);
            svg.AppendLine(Of($"""<text x="8" y="{y + 18}" fill="#555555">{Encode(map.Depths[row])}</text>"""));
            for (var column = 0; column < map.Lengths.Count; column++)
            {
                AppendCell(svg, Left + (column * Cell), y, map.Shares[row][column]);
            }
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static void AppendCell(StringBuilder svg, int x, int y, double? share)
    {
        svg.AppendLine(Of($"""<rect x="{x + 1}" y="{y + 1}" width="{Cell - 2}" height="{RowHeight - 2}" fill="{Colour(share)}"/>"""));
        var text = share is { } known ? Math.Floor(known * 100).ToString("0", CultureInfo.InvariantCulture) : "–";
        svg.AppendLine(Of($"""<text x="{x + (Cell / 2)}" y="{y + 18}" text-anchor="middle" fill="#222222">{text}</text>"""));
    }

    // From red by yellow to green, light enough for dark figures.
    private static string Colour(double? share) => share is { } known
        ? Of($"hsl({(int)Math.Round(Math.Clamp(known, 0, 1) * 125)}, 62%, 72%)")
        : "#eeeeee";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
