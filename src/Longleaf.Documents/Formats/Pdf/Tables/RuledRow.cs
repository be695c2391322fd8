using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>
/// A row of cells between rules. It is several rows without rules between them if its first column names several: lines that were not broken
/// for want of room, with lines of other columns beside them.
/// </summary>
internal static class RuledRow
{
    private const int LeastColumns = 3;
    private const int ManyNames = 5;
    private const double MostlyBeside = 0.7;
    private const double MostlyFree = 0.8;
    private const double MostMarked = 0.2;

    public static IEnumerable<string[]> Of(RuleGrid grid, int row, int[] columns, Dictionary<(int Column, int Row), List<TextLine>> cells, bool isHeader)
    {
        var lines = columns.Select(column => cells.GetValueOrDefault((column, row), [])).ToArray();
        return !isHeader && NamesRows(lines, columns.Select(column => grid.WidthOf(column, row)).ToArray()) ? Parted(lines) : [[.. lines.Select(Joined)]];
    }

    private static bool NamesRows(List<TextLine>[] lines, double[] widths)
    {
        var others = lines.Skip(1).Where(column => column.Count > 1).SelectMany(column => column).ToList();
        if (lines[0].Count < 2 || others.Count == 0 || lines.Count(column => column.Count > 0) < LeastColumns
            || lines.Any(column => column.Exists(line => line.Turn != 0)) || IsList(lines))
        {
            return false;
        }

        // A long list of names needs no more evidence; two or three lines may be one text.
        var (breaks, free) = (0, 0);
        for (var column = 0; column < (lines[0].Count >= ManyNames ? 1 : lines.Length); column++)
        {
            for (var index = 1; index < lines[column].Count; index++)
            {
                breaks++;
                free += HadRoom(lines[column][index - 1], lines[column][index], widths[column]) ? 1 : 0;
            }
        }

        return free >= MostlyFree * breaks
            && others.Count(line => lines[0].Exists(name => Math.Abs(name.Baseline - line.Baseline) <= 0.5 * line.Size)) >= MostlyBeside * others.Count;
    }

    private static bool IsList(List<TextLine>[] lines) =>
        lines.Sum(column => column.Count(line => ListMarkers.Length(line.Text) > 0)) > MostMarked * lines.Sum(column => column.Count);

    // Whether the next line's first word had fitted; texts beside each other and numbers are no running text.
    private static bool HadRoom(TextLine line, TextLine next, double width)
    {
        if (line.Segments.Count > 1 || 2 * line.Text.Count(char.IsLetter) < line.Text.Length)
        {
            return true;
        }

        var word = next.Text.IndexOf(' ', StringComparison.Ordinal) is var end && end > 0 ? (double)end / next.Text.Length : 1;
        return line.Right - line.Left + ((next.Right - next.Left) * word) + (0.3 * line.Size) < width - (0.5 * line.Size);
    }

    private static string[][] Parted(List<TextLine>[] lines)
    {
        var rows = lines[0].Select(_ => lines.Select(_ => "").ToArray()).ToArray();
        for (var column = 0; column < lines.Length; column++)
        {
            foreach (var line in lines[column])
            {
                var row = rows[Nearest(lines[0], line.Baseline)];
                row[column] = row[column].Length == 0 ? line.Text : $"{row[column]} {line.Text}";
            }
        }

        return rows;
    }

    private static int Nearest(List<TextLine> names, double height)
    {
        var best = 0;
        for (var index = 1; index < names.Count; index++)
        {
            best = Math.Abs(names[index].Baseline - height) < Math.Abs(names[best].Baseline - height) ? index : best;
        }

        return best;
    }

    private static string Joined(List<TextLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            LineJoin.Append(text, line.Text);
        }

        return PageText.WithoutLeaders(text.ToString());
    }
}
