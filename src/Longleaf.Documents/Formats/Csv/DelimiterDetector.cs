namespace Longleaf.Documents.Formats.Csv;

/// <summary>Finds the delimiter of a table: the one that stands equally often in most lines, outside of quotes.</summary>
internal static class DelimiterDetector
{
    private const int Lines = 50;
    private const string Candidates = ",\t;|";

    public static char Detect(ReadOnlySpan<char> start)
    {
        Span<int> inLine = stackalloc int[Candidates.Length];
        var counts = Candidates.Select(_ => new List<int>()).ToArray();
        var quoted = false;
        foreach (var unit in start)
        {
            if (unit == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && unit == '\n')
            {
                EndLine(inLine, counts);
                if (counts[0].Count == Lines)
                {
                    break;
                }
            }
            else if (!quoted && Candidates.IndexOf(unit) is var index and >= 0)
            {
                inLine[index]++;
            }
        }

        if (counts[0].Count < Lines)
        {
            EndLine(inLine, counts);
        }

        var best = Enumerable.Range(0, Candidates.Length).MaxBy(index => Score(counts[index]));
        return Score(counts[best]) > 0 ? Candidates[best] : ',';
    }

    private static void EndLine(Span<int> inLine, List<int>[] counts)
    {
        if (inLine.ContainsAnyExcept(0) || counts[0].Count > 0)
        {
            for (var index = 0; index < inLine.Length; index++)
            {
                counts[index].Add(inLine[index]);
            }
        }

        inLine.Clear();
    }

    // The share of lines that agree with the most common count, and a little for more columns.
    private static double Score(List<int> counts)
    {
        var common = counts.Where(count => count > 0).GroupBy(count => count).MaxBy(group => group.Count());
        return common is null ? 0 : ((double)common.Count() / counts.Count) + (Math.Min(common.Key, 50) * 0.001);
    }
}
