namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>Finds the lines that rule tables: long, thin, darker than what is on both sides of them.</summary>
internal static class RuleFinder
{
    // Hairlines that a scanner or a drawing program smeared over two pixels are this much darker than the paper.
    private const byte LeastContrast = 36;
    private const int MostRuns = 200_000;

    /// <summary>The thickest line that is one, in pixels.</summary>
    public static int MostThickness(GrayPicture picture) => Math.Clamp(Math.Min(picture.Width, picture.Height) / 250, 3, 12);

    /// <summary>Lines that go across; of the transposed picture, those that go down.</summary>
    /// <param name="picture">The picture, straight.</param>
    /// <param name="least">The shortest that is one: longer than the strokes of letters.</param>
    public static List<Rule> Find(GrayPicture picture, int least)
    {
        var thickness = MostThickness(picture);
        var runs = Runs(picture, thickness, least);
        return Join(Gather(runs, thickness).Where(rule => rule.Length >= least && rule.Thickness <= 2 * thickness), thickness, least);
    }

    private static List<(int Y, int Start, int End)> Runs(GrayPicture picture, int thickness, int least)
    {
        var runs = new List<(int, int, int)>();
        var marks = new byte[picture.Width];
        var reach = thickness + 1;
        for (var y = reach; y < picture.Height - reach && runs.Count < MostRuns; y++)
        {
            GrayRows.MarkRidge(picture.Row(y), picture.Row(y - reach), picture.Row(y + reach), LeastContrast, marks);
            AddRuns(runs, marks, y, thickness, least / 2);
        }

        return runs;
    }

    private static void AddRuns(List<(int Y, int Start, int End)> runs, byte[] marks, int y, int gap, int least)
    {
        var x = 0;
        while (x < marks.Length)
        {
            var start = marks.AsSpan(x).IndexOfAnyExcept((byte)0);
            if (start < 0)
            {
                return;
            }

            start += x;
            var end = start;
            while (end < marks.Length)
            {
                var length = marks.AsSpan(end).IndexOf((byte)0);
                end = length < 0 ? marks.Length : end + length;
                var next = marks.AsSpan(end, Math.Min(gap, marks.Length - end)).IndexOfAnyExcept((byte)0);
                if (next < 0)
                {
                    break;
                }

                end += next;
            }

            if (end - start >= least)
            {
                runs.Add((y, start, end));
            }

            x = end + 1;
        }
    }

    // Runs of rows that touch are one line.
    private static List<Rule> Gather(List<(int Y, int Start, int End)> runs, int thickness)
    {
        var rules = new List<Rule>();
        var open = new List<(int Top, int Bottom, int Start, int End)>();
        foreach (var run in runs)
        {
            for (var index = open.Count - 1; index >= 0; index--)
            {
                if (open[index].Bottom < run.Y - 2)
                {
                    rules.Add(Closed(open[index]));
                    open.RemoveAt(index);
                }
            }

            var touched = open.FindIndex(line => line.Start <= run.End + thickness && run.Start <= line.End + thickness);
            if (touched < 0)
            {
                open.Add((run.Y, run.Y, run.Start, run.End));
            }
            else
            {
                var line = open[touched];
                open[touched] = (line.Top, run.Y, Math.Min(line.Start, run.Start), Math.Max(line.End, run.End));
            }
        }

        rules.AddRange(open.Select(Closed));
        return rules;

        static Rule Closed((int Top, int Bottom, int Start, int End) line) => new((line.Top + line.Bottom) / 2, line.Start, line.End, line.Bottom - line.Top + 1);
    }

    // Parts of a line that a letter, a fold or the scanner broke.
    private static List<Rule> Join(IEnumerable<Rule> found, int thickness, int gap)
    {
        var rules = new List<Rule>();
        foreach (var rule in found.OrderBy(rule => rule.Start))
        {
            var index = rules.FindIndex(other => Math.Abs(other.Place - rule.Place) <= thickness && rule.Start <= other.End + gap);
            if (index < 0)
            {
                rules.Add(rule);
            }
            else
            {
                rules[index] = rules[index] with { End = Math.Max(rules[index].End, rule.End), Thickness = Math.Max(rules[index].Thickness, rule.Thickness) };
            }
        }

        return rules;
    }
}
