namespace Longleaf.Bench.Retrieval;

/// <summary>How often the known paragraph was found, and how often its answer is within a budget of evidence.</summary>
internal sealed class RetrievalScore
{
    private static readonly int[] Ranks = [1, 5, 10];
    private readonly int[] _found = new int[Ranks.Length];
    private int _questions;

    /// <summary>Counts a question.</summary>
    /// <param name="rank">The paragraph's rank from 1; 0 if it was not found.</param>
    public void Add(int rank)
    {
        _questions++;
        for (var i = 0; i < Ranks.Length; i++)
        {
            _found[i] += rank > 0 && rank <= Ranks[i] ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('/', _found.Select(found => $"{(double)found / _questions:.000}"));
}
