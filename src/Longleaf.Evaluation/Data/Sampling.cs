namespace Longleaf.Evaluation.Data;

/// <summary>Takes some of many, always the same ones.</summary>
internal static class Sampling
{
    /// <summary>At most so many, spread evenly.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="count">How many; 0 for all.</param>
    public static IReadOnlyList<T> Spread<T>(IReadOnlyList<T> all, int count) =>
        count <= 0 || count >= all.Count ? all : [.. Enumerable.Range(0, count).Select(index => all[(int)((long)index * all.Count / count)])];
}
