namespace Longleaf.Evaluation.Needles;

/// <summary>Draws facts from wordings: single ones, similar ones, several values, several keys.</summary>
/// <remarks>Wordings of statement and question are drawn by themselves, groups in turn, depths spread evenly over each task.</remarks>
internal sealed class FactPlanner
{
    private const int Several = 4;

    private readonly NeedleWordings _wordings;
    private readonly string _language;
    private readonly Random _random;
    private readonly NeedleValues _values;
    private readonly Dictionary<WordingGroup, KeyPool> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly List<NeedleQuestion> _questions = [];
    private readonly List<NeedleSentence> _sentences = [];

    public FactPlanner(NeedleWordings wordings, string language, NeedleValues values, Random random) =>
        (_wordings, _language, _values, _random) = (wordings, language, values, random);

    /// <summary>The needles of all tasks that are about facts.</summary>
    /// <param name="sample">How many of each task; fewer where keys run out.</param>
    public NeedlePlan Plan(int sample)
    {
        var facts = _wordings.Of(WordingKind.Fact, _language);
        IReadOnlyList<WordingGroup> Told(string value) => [.. facts.Where(group => group.Value == value)];
        IReadOnlyList<WordingGroup> brief = [.. facts.Where(group => group.Value != "uuid")];
        Each(sample, Told("number"), (group, depth) => Single(NeedleTask.Number, group, depth, others: 0));
        Each(sample, Told("word"), (group, depth) => Single(NeedleTask.Word, group, depth, others: 0));
        Each(sample, Told("uuid"), (group, depth) => Single(NeedleTask.Uuid, group, depth, others: 0));
        Each(sample, brief, (group, depth) => Single(NeedleTask.MultiKey, group, depth, others: Several - 1));
        Each(sample, _wordings.Of(WordingKind.Collection, _language), (group, _) => ValuesOfOne(group));
        Each(sample, [.. brief.Where(group => group.Together.Count > 0)], (group, _) => ValuesOfSeveral(group));
        return new NeedlePlan(_questions, _sentences, []);
    }

    private static void Each(int sample, IReadOnlyList<WordingGroup> groups, Action<WordingGroup, double> plan)
    {
        for (var i = 0; i < sample && groups.Count > 0; i++)
        {
            plan(groups[i % groups.Count], (i + 0.5) / sample);
        }
    }

    private void Single(NeedleTask task, WordingGroup group, double depth, int others)
    {
        if (KeysOf(group).Take(others + 1, similar: true) is not { } keys || Draw(group, keys.Count) is not { } values)
        {
            return;
        }

        var source = State(group, keys[0], values[0], depth);
        for (var i = 1; i < keys.Count; i++)
        {
            State(group, keys[i], values[i], _random.NextDouble());
        }

        var question = Pick(group.Questions).Replace("{key}", keys[0], StringComparison.Ordinal);
        _questions.Add(new NeedleQuestion(task, question, [values[0]], [.. values.Skip(1)], source) { Depth = depth });
    }

    private void ValuesOfOne(WordingGroup group)
    {
        if (KeysOf(group).Take(1) is not [var key] || Draw(group, Several) is not { } values)
        {
            return;
        }

        var sources = values.Select(value => State(group, key, value, _random.NextDouble())).ToList();
        _questions.Add(new NeedleQuestion(NeedleTask.MultiValue, Pick(group.Questions).Replace("{key}", key, StringComparison.Ordinal), values, [], string.Join(" … ", sources)));
    }

    private void ValuesOfSeveral(WordingGroup group)
    {
        if (KeysOf(group).Take(Several) is not { } keys || Draw(group, Several) is not { } values)
        {
            return;
        }

        var sources = keys.Zip(values).Select(pair => State(group, pair.First, pair.Second, _random.NextDouble())).ToList();
        var named = _language == "zh"
            ? string.Join('、', keys.SkipLast(1)) + "和" + keys[^1]
            : string.Join(", ", keys.SkipLast(1)) + " and " + keys[^1];
        _questions.Add(new NeedleQuestion(NeedleTask.MultiQuery, Pick(group.Together).Replace("{keys}", named, StringComparison.Ordinal), values, [], string.Join(" … ", sources)));
    }

    private string State(WordingGroup group, string key, string value, double depth)
    {
        var text = Pick(group.Statements).Replace("{key}", key, StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal);
        _sentences.Add(new NeedleSentence(char.ToUpperInvariant(text[0]) + text[1..], depth));
        return _sentences[^1].Text;
    }

    private List<string>? Draw(WordingGroup group, int count)
    {
        var values = Enumerable.Range(0, count).Select(_ => _values.Next(group)).OfType<string>().ToList();
        return values.Count == count ? values : null;
    }

    private KeyPool KeysOf(WordingGroup group)
    {
        if (!_keys.TryGetValue(group, out var pool))
        {
            _keys.Add(group, pool = new KeyPool(group.Keys, group.Language == "zh" ? "" : " ", _random));
        }

        return pool;
    }

    private string Pick(IReadOnlyList<string> patterns) => patterns[_random.Next(patterns.Count)];
}
