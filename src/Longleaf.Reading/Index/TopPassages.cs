namespace Longleaf.Reading.Index;

/// <summary>The best passages so far.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class TopPassages(int capacity)
{
    // The worst of those kept is on top.
    private readonly PriorityQueue<PassageHit, PassageHit> _kept = new(Comparer<PassageHit>.Create((a, b) => -BestFirst(a, b)));

    /// <summary>What a passage must score to have a chance: less is of no use, as much may be.</summary>
    public double Threshold => _kept.Count < capacity ? double.NegativeInfinity : _kept.Peek().Score;

    /// <summary>Keeps a passage if it is among the best.</summary>
    public void Add(PassageHit hit)
    {
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(hit, hit);
        }
        else if (BestFirst(hit, _kept.Peek()) < 0)
        {
            _kept.DequeueEnqueue(hit, hit);
        }
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<PassageHit> Sorted()
    {
        var hits = _kept.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(hits, BestFirst);
        return hits;
    }

    private static int BestFirst(PassageHit a, PassageHit b) =>
        b.Score.CompareTo(a.Score) is not 0 and var byScore ? byScore
        : a.Document.CompareTo(b.Document) is not 0 and var byDocument ? byDocument
        : a.Passage.CompareTo(b.Passage);
}
