namespace Longleaf.Evaluation.Needles;

/// <summary>Draws chains: a name gets a value, and four more get it each from the one before (RULER's variable tracking, one chain, four hops).</summary>
internal static class ChainPlanner
{
    private const int Hops = 4;

    /// <summary>Some chains, all in one haystack: each is in the others' way. The links stand in reading order, as they do in a program.</summary>
    public static NeedlePlan Plan(IReadOnlyList<WordingGroup> groups, int sample, NeedleValues values, Random random)
    {
        var (chains, sentences) = (new List<(string Question, List<string> Names, string Source)>(), new List<NeedleSentence>());
        var names = groups.Where(group => group.Keys.Count > 0).ToDictionary(group => group, group => new KeyPool(group.Keys, join: "", random));
        for (var i = 0; i < sample && groups.Count > 0; i++)
        {
            var group = groups[i % groups.Count];
            var chain = names.TryGetValue(group, out var pool)
                ? pool.Take(Hops + 1)?.ToList()
                : [.. Enumerable.Range(0, Hops + 1).Select(_ => values.Name()).OfType<string>()];
            if (chain is not { Count: Hops + 1 } || values.Next(group with { Value = "number" }) is not { } value)
            {
                continue;
            }

            double[] depths = [.. chain.Select(_ => random.NextDouble()).Order()];
            for (var link = 0; link < chain.Count; link++)
            {
                var text = link == 0 ? Pick(group.First) : Pick(group.Statements).Replace("{source}", chain[link - 1], StringComparison.Ordinal);
                sentences.Add(new NeedleSentence(text.Replace("{name}", chain[link], StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal), depths[link]));
            }

            var source = string.Join(" … ", sentences.TakeLast(chain.Count).Select(sentence => sentence.Text));
            chains.Add((Pick(group.Questions).Replace("{value}", value, StringComparison.Ordinal), chain, source));
        }

        return new NeedlePlan(
            [.. chains.Select(chain => new NeedleQuestion(NeedleTask.Chain, chain.Question, chain.Names, [], chain.Source))],
            sentences,
            []);

        string Pick(IReadOnlyList<string> patterns) => patterns[random.Next(patterns.Count)];
    }
}
