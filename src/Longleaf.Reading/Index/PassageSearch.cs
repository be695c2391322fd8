namespace Longleaf.Reading.Index;

/// <summary>Searches the segments of several documents together, with shared statistics.</summary>
/// <param name="documents">At most 100.</param>
public sealed class PassageSearch(IReadOnlyList<ReadableDocument> documents)
{
    /// <summary>The documents searched.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; } = documents;

    /// <summary>Passages in all.</summary>
    public int PassageCount => throw new NotImplementedException();

    /// <summary>The best passages for a set of terms.</summary>
    /// <param name="terms">Analysed terms with a weight each, as <see cref="Text.TextAnalyzer"/> makes them.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Best first; equal scores by document, then passage.</returns>
    public IReadOnlyList<PassageHit> Search(IReadOnlyList<Text.WeightedTerm> terms, int top, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{terms.Count} {top} {cancellationToken}");

    /// <summary>Inverse document frequency of a term over all the passages: ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    public double InverseDocumentFrequency(string term) => throw new NotImplementedException(term);
}
