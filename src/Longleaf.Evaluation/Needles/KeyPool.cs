namespace Longleaf.Evaluation.Needles;

/// <summary>The keys of a group, each given out once: two facts about one key would contradict each other.</summary>
internal sealed class KeyPool
{
    private const int MaxKeys = 4_096;

    private readonly List<string[]> _keys;
    private readonly string _join;

    /// <summary>All keys of some parts, in an order of chance.</summary>
    /// <param name="parts">The lists that a key has a word of each of.</param>
    /// <param name="join">What stands between the words.</param>
    /// <param name="random">The chance.</param>
    public KeyPool(IReadOnlyList<IReadOnlyList<string>> parts, string join, Random random)
    {
        IEnumerable<string[]> keys = [[]];
        foreach (var part in parts)
        {
            keys = keys.SelectMany(key => part.Select(word => (string[])[.. key, word])).Take(MaxKeys);
        }

        var shuffled = keys.ToArray();
        random.Shuffle(shuffled);
        (_keys, _join) = ([.. shuffled], join);
    }

    /// <summary>Takes some keys.</summary>
    /// <param name="count">How many.</param>
    /// <param name="similar">Whether they are to share words with the first, as far as there are such.</param>
    /// <returns>The keys; <see langword="null"/> if there are not so many left.</returns>
    public IReadOnlyList<string>? Take(int count, bool similar = false)
    {
        if (_keys.Count < count)
        {
            return null;
        }

        var first = _keys[^1];
        var taken = similar
            ? _keys.OrderByDescending(key => key == first).ThenByDescending(key => key.Zip(first).Count(pair => pair.First == pair.Second)).Take(count).ToList()
            : _keys.TakeLast(count).ToList();
        _keys.RemoveAll(taken.Contains);
        return [.. taken.Select(key => string.Join(_join, key))];
    }
}
