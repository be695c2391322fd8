using System.Text;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Searches the segments of several documents together, with shared statistics. Safe for many readers at once.</summary>
/// <remarks>
/// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with k1 = 1.2 and b = 0.75: the sum over the terms of
/// weight × idf × f (k1 + 1) / (f + k1 (1 - b + b length / average length)).
/// </remarks>
public sealed class PassageSearch
{
    private readonly Bm25 _bm25;

    /// <summary>Searches these documents.</summary>
    /// <param name="documents">At most 100.</param>
    /// <exception cref="InvalidDataException">A segment is damaged: rebuild it.</exception>
    public PassageSearch(IReadOnlyList<ReadableDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Documents = documents;
        var length = 0L;
        foreach (var document in documents)
        {
            document.Segment.Verify();
            PassageCount += document.Segment.PassageCount;
            length += document.Segment.TotalLength;
        }

        _bm25 = new Bm25(PassageCount == 0 ? 1 : Math.Max(1, (double)length / PassageCount));
    }

    /// <summary>The documents searched.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; }

    /// <summary>Passages in all.</summary>
    public int PassageCount { get; }

    /// <summary>The best passages for a set of terms.</summary>
    /// <param name="terms">Analysed terms with a weight each, as <see cref="TextAnalyzer"/> makes them; one that comes twice counts twice.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Best first; equal scores by document, then passage.</returns>
    public IReadOnlyList<PassageHit> Search(IReadOnlyList<WeightedTerm> terms, int top, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (top <= 0)
        {
            return [];
        }

        var resolved = Resolve(terms);
        var best = new TopPassages(top);
        var scorer = new PassageScorer(resolved, _bm25, best);

        // The likeliest documents first: what they score spares looking at the rest.
        var bounds = Enumerable.Range(0, Documents.Count).Select(document => (Document: document, Bound: PassageScorer.Bound(resolved, document)));
        foreach (var (document, bound) in bounds.Where(entry => entry.Bound > 0).OrderByDescending(entry => entry.Bound))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bound >= best.Threshold)
            {
                scorer.Score(document, Documents[document].Segment, cancellationToken);
            }
        }

        return best.Sorted();
    }

    /// <summary>The first passages of each document that hold all of a set of terms.</summary>
    /// <param name="terms">Analysed terms, at least one.</param>
    /// <param name="perDocument">How many of a document at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>In reading order; the scores are 0.</returns>
    public IReadOnlyList<PassageHit> First(IReadOnlyList<string> terms, int perDocument, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        QueryTerm[] resolved = [.. terms.Distinct(StringComparer.Ordinal).Select(term => Resolve(term, 1))];
        var hits = new List<PassageHit>();
        for (var document = 0; document < Documents.Count && resolved.Length > 0; document++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hits.AddRange(First(document, resolved, perDocument));
        }

        return hits;
    }

    private IEnumerable<PassageHit> First(int document, QueryTerm[] terms, int most)
    {
        var cursors = new PostingCursor[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            cursors[i] = new PostingCursor();
            cursors[i].Open(Documents[document].Segment, terms[i].Lists[document], 1, _bm25);
        }

        for (var (passage, found) = (0, 0); found < most;)
        {
            var highest = cursors.Max(cursor => cursor.Seek(passage));
            if (highest == int.MaxValue)
            {
                yield break;
            }

            if (highest > passage)
            {
                passage = highest;
                continue;
            }

            found++;
            yield return new PassageHit(document, passage++, 0);
        }
    }

    /// <summary>Inverse document frequency of a term over all the passages: ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    public double InverseDocumentFrequency(string term) => Resolve(term, 1).InverseDocumentFrequency;

    private List<QueryTerm> Resolve(IReadOnlyList<WeightedTerm> terms)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            weights[term.Term] = weights.GetValueOrDefault(term.Term) + term.Weight;
        }

        var resolved = new List<QueryTerm>(weights.Count);
        foreach (var (term, weight) in weights.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (weight > 0 && Resolve(term, weight) is { Weight: > 0 } query)
            {
                resolved.Add(query);
            }
        }

        return [.. resolved.OrderByDescending(query => query.Weight)];
    }

    private QueryTerm Resolve(string term, double weight)
    {
        var lists = new TermPostings[Documents.Count];
        var utf8 = Encoding.UTF8.GetBytes(term);
        var prefix = term.Length is 1 or 2 && CharacterTable.ClassAt(term, 0, out var units) == CharacterClass.Ideograph && units == term.Length;
        var frequency = 0L;
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = Find(Documents[i].Segment, utf8, prefix);
            frequency += lists[i].DocumentFrequency;
        }

        var idf = Bm25.InverseDocumentFrequency(PassageCount, frequency);
        return new QueryTerm(frequency == 0 ? 0 : weight * idf, idf, lists);
    }

    private static TermPostings Find(Segment segment, byte[] utf8, bool prefix)
    {
        var first = segment.FindTerm(utf8);
        if (!prefix)
        {
            return first < 0 ? default : new TermPostings(first, 1, segment.DocumentFrequency(first));
        }

        first = first < 0 ? ~first : first;
        var count = 0;
        while (first + count < segment.TermCount && segment.TermText(first + count).StartsWith(utf8))
        {
            count++;
        }

        return count == 0 ? default : new TermPostings(first, count, CountUnion(segment, first, count));
    }

    private static int CountUnion(Segment segment, int first, int count)
    {
        if (count == 1)
        {
            return segment.DocumentFrequency(first);
        }

        var cursor = new PostingCursor();
        cursor.Open(segment, new TermPostings(first, count, 0), 1, new Bm25(1));
        return cursor.Count;
    }
}
