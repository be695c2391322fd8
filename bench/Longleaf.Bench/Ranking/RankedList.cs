using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Bench.Ranking;

/// <summary>The sentences found for a question, as a ranking sees them.</summary>
/// <param name="Scores">What each scores by rules alone.</param>
/// <param name="Features">What the model sees of each; empty for what is no sentence.</param>
/// <param name="Answers">Whether each holds a known answer.</param>
internal sealed record RankedList(double[] Scores, double[][] Features, bool[] Answers)
{
    /// <summary>Whether some answer and others do not: nothing is learnt from the rest.</summary>
    public bool Teaches => Answers.Contains(true) && Answers.Contains(false);

    /// <summary>Whether what comes first holds an answer.</summary>
    /// <param name="weights">The model's weights.</param>
    public bool IsAnswered(IReadOnlyList<double> weights)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var i = 0; i < Scores.Length; i++)
        {
            var score = Scores[i] + RankingWeights.Sum(weights, Features[i]);
            (best, most) = score > most ? (i, score) : (best, most);
        }

        return best >= 0 && Answers[best];
    }
}
