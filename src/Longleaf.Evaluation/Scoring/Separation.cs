namespace Longleaf.Evaluation.Scoring;

/// <summary>How well a score tells questions that have an answer from those that have none.</summary>
internal static class Separation
{
    /// <summary>The share of pairs, one of each kind, in which the one with an answer scores higher; equal scores count half.</summary>
    public static double AreaUnderCurve(IReadOnlyCollection<double> with, IReadOnlyCollection<double> without)
    {
        if (with.Count == 0 || without.Count == 0)
        {
            return double.NaN;
        }

        double[] sorted = [.. without.Order()];
        var better = with.Sum(score => (Below(sorted, score, inclusive: false) + Below(sorted, score, inclusive: true)) / 2.0);
        return better / ((double)with.Count * without.Count);
    }

    /// <summary>The mean of the shares told rightly of both kinds, at the threshold that makes it highest: chosen in hindsight.</summary>
    public static double BestBalancedAccuracy(IReadOnlyCollection<double> with, IReadOnlyCollection<double> without)
    {
        double[] present = [.. with.Order()];
        double[] absent = [.. without.Order()];
        return present.Concat(absent).Distinct().Select(threshold =>
            ((1 - ((double)Below(present, threshold, inclusive: false) / present.Length)) + ((double)Below(absent, threshold, inclusive: false) / absent.Length)) / 2).DefaultIfEmpty(double.NaN).Max();
    }

    // How many of sorted scores are below one, or not above it.
    private static int Below(double[] sorted, double score, bool inclusive)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < score || (inclusive && sorted[middle] == score) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
