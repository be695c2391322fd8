using System.Text;
using System.Text.Json;
using Longleaf.Evaluation.Data;

namespace Longleaf.Evaluation.Needles;

/// <summary>Pools the pairs of key-value retrieval (Liu et al. 2023) in JSON files among the haystack's documents.</summary>
internal static class PairPlanner
{
    // Pairs may be this part of the haystack: UUIDs have some 50 tokens a pair.
    private const double Share = 0.1;
    private const int TokensOfPair = 55;
    private const int PairsOfFile = 1_500;

    /// <summary>As many of the pairs as fit, and a question for each of some.</summary>
    public static NeedlePlan Plan(EvaluationData data, IReadOnlyList<WordingGroup> groups, int sample, long tokens, Random random)
    {
        string[] questions = [.. groups.SelectMany(group => group.Questions)];
        if (questions.Length == 0)
        {
            return new NeedlePlan([], [], []);
        }

        var most = (int)Math.Max(sample, tokens * Share / TokensOfPair);
        (string Key, string Value)[] pairs = [.. Read(data).DistinctBy(pair => pair.Key).Take(most)];
        var asked = Sampling.Spread(pairs, sample).Select(pair => new NeedleQuestion(
            NeedleTask.KeyValue, questions[random.Next(questions.Length)].Replace("{key}", pair.Key, StringComparison.Ordinal), [pair.Value], [], $"\"{pair.Key}\": \"{pair.Value}\""));
        return new NeedlePlan([.. asked], [], [.. pairs.Chunk(PairsOfFile).Select((chunk, number) => ($"records {number + 1}.json", Object(chunk)))]);
    }

    private static IEnumerable<(string Key, string Value)> Read(EvaluationData data)
    {
        foreach (var line in data.Lines("qa", "kv", "kv75.jsonl.gz"))
        {
            using var row = JsonDocument.Parse(line);
            foreach (var pair in row.RootElement.GetProperty("ordered_kv_records").EnumerateArray())
            {
                yield return (pair[0].GetString()!, pair[1].GetString()!);
            }
        }
    }

    private static string Object(IEnumerable<(string Key, string Value)> pairs) =>
        new StringBuilder("{\n").AppendJoin(",\n", pairs.Select(pair => $"\"{pair.Key}\": \"{pair.Value}\"")).Append("\n}\n").ToString();
}
