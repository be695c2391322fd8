using CsCheck;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Tests.Scoring;

public sealed class SeparationTests
{
    private static readonly Gen<double[]> Scores = Gen.Int[0, 5].Select(score => score / 5.0).Array[1, 12];

    [Fact]
    public void The_area_is_the_share_of_pairs_in_order() =>
        Gen.Select(Scores, Scores).Sample((with, without) =>
        {
            var better = with.Sum(one => without.Sum(other => one > other ? 1 : one == other ? 0.5 : 0));
            Assert.Equal(better / (with.Length * without.Length), Separation.AreaUnderCurve(with, without), 9);
        });

    [Fact]
    public void No_threshold_does_better_than_the_best() =>
        Gen.Select(Scores, Scores).Sample((with, without) =>
        {
            var best = Enumerable.Range(0, 7).Max(step => (((double)with.Count(one => one >= step / 5.0) / with.Length) + ((double)without.Count(other => other < step / 5.0) / without.Length)) / 2);
            Assert.Equal(best, Math.Max(0.5, Separation.BestBalancedAccuracy(with, without)), 9);
        });
}
