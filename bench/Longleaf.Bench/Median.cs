namespace Longleaf.Bench;

/// <summary>What a figure of several rounds is.</summary>
internal static class Median
{
    /// <summary>The middle one; of an even number the later of the two.</summary>
    public static TimeSpan Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
