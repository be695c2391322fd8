using System.Globalization;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>
/// What each of <see cref="SentenceFeatures"/> adds to a sentence's score: weights of a linear model, fitted by the command
/// <c>train-ranking</c> of <c>bench</c> (which also reports on questions it did not see) and shipped as a table of text.
/// </summary>
internal static class RankingWeights
{
    private const string Resource = "ranking-weights.tsv";

    private static readonly double[] Weights = Read();

    /// <summary>What a sentence's features add to its score; 0 for what has none.</summary>
    public static double Add(IReadOnlyList<double> features) => Sum(Weights, features);

    /// <summary>What features add under some weights; 0 for what has none.</summary>
    public static double Sum(IReadOnlyList<double> weights, IReadOnlyList<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Count; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }

    private static double[] Read()
    {
        using var stream = typeof(RankingWeights).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The program lacks {Resource}.");
        using var reader = new StreamReader(stream);
        var table = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture));
        return [.. SentenceFeatures.Names.Select(name => table[name])];
    }
}
