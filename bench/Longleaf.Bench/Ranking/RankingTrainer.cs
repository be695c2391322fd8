using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Bench.Ranking;

/// <summary>
/// Fits the weights of a linear model by the chance it gives the sentences that answer (softmax over a question's sentences, its sharpness
/// fitted with the weights), with Adam (Kingma and Ba, 2015). The same every time.
/// </summary>
internal static class RankingTrainer
{
    private const int Epochs = 600;
    private const double Step = 0.02;
    private const double Decay = 0.9;
    private const double SquareDecay = 0.999;
    private const double Tiny = 1e-8;

    // Small enough that weights that help are kept, large enough that they do not grow for the sake of a handful of questions.
    private const double Regularization = 0.003;

    /// <summary>Fits.</summary>
    /// <param name="lists">Questions.</param>
    /// <param name="features">How many features there are.</param>
    public static double[] Fit(IReadOnlyList<RankedList> lists, int features)
    {
        // The last parameter is the logarithm of the sharpness.
        var parameters = new double[features + 1];
        parameters[features] = 1;
        var (mean, square) = (new double[features + 1], new double[features + 1]);
        RankedList[] teaching = [.. lists.Where(list => list.Teaches)];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var gradient = new double[features + 1];
            foreach (var list in teaching)
            {
                AddGradient(list, parameters, gradient);
            }

            for (var i = 0; i <= features; i++)
            {
                var slope = (gradient[i] / teaching.Length) + (i < features ? Regularization * parameters[i] : 0);
                mean[i] = (Decay * mean[i]) + ((1 - Decay) * slope);
                square[i] = (SquareDecay * square[i]) + ((1 - SquareDecay) * slope * slope);
                parameters[i] -= Step * (mean[i] / (1 - Math.Pow(Decay, epoch))) / (Math.Sqrt(square[i] / (1 - Math.Pow(SquareDecay, epoch))) + Tiny);
            }
        }

        return parameters[..features];
    }

    private static void AddGradient(RankedList list, double[] parameters, double[] gradient)
    {
        var features = parameters.Length - 1;
        var sharpness = Math.Exp(parameters[features]);
        double[] scores = [.. list.Scores.Select((score, i) => score + RankingWeights.Sum(parameters, list.Features[i]))];
        var highest = scores.Max();
        double[] chances = [.. scores.Select(score => Math.Exp(sharpness * (score - highest)))];
        var (all, right) = (chances.Sum(), chances.Where((_, i) => list.Answers[i]).Sum());
        for (var i = 0; i < scores.Length; i++)
        {
            // Of the logarithm of the right ones' share, negated.
            var slope = (chances[i] / all) - (list.Answers[i] ? chances[i] / right : 0);
            for (var k = 0; k < list.Features[i].Length; k++)
            {
                gradient[k] += slope * sharpness * list.Features[i][k];
            }

            gradient[features] += slope * sharpness * (scores[i] - highest);
        }
    }
}
