using Longleaf.Evaluation.Baselines;
using Longleaf.Evaluation.Questions;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading;

namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>What the peer would tell of a user's documents: the first sentence that a plain BM25 finds.</summary>
/// <remarks>Documents that are asked about together are indexed together, once.</remarks>
internal sealed class OwnPeer
{
    private const int Chunks = 5;

    private readonly Dictionary<string, PlainPool> _pools = new(StringComparer.Ordinal);

    /// <summary>Whether the answer is in its first sentence; never where the documents do not say, as it always tells one.</summary>
    public bool IsRight(IReadOnlyList<ReadableDocument> documents, OwnQuestion question, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', documents.Select(document => document.Id));
        if (!_pools.TryGetValue(key, out var pool))
        {
            pool = new PlainPool([], [.. documents.Select(document => (document.Name, document.Text.Read(0, (int)document.Text.Bytes)))], cancellationToken);
            _pools.Add(key, pool);
        }

        var found = pool.Search.Search(question.Text, Chunks);
        return PlainSentences.Rank(pool.Search, found, question.Text, pool.TextOf) is [var first, ..] && KnownAnswer.IsIn(first, question.Answers);
    }
}
