using System.Text;
using Longleaf.Documents.Binary;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Searches the segments of several documents together, with shared statistics. Safe for many readers at once.</summary>
/// <remarks>
/// BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 = <see cref="K1"/> and b = <see cref="B"/>:
/// the sum over the terms of weight × idf × f (k1 + 1) / (f + k1 (1 - b + b length / average length)).
/// </remarks>
public sealed class PassageSearch
{
    /// <summary>How soon more of a term counts no more.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a passage's length counts.</summary>
    public const double B = 0.75;

    private readonly double _averageLength;

    /// <summary>Searches these documents.</summary>
    /// <param name="documents">At most 100.</param>
    public PassageSearch(IReadOnlyList<ReadableDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Documents = documents;
        var length = 0L;
        foreach (var document in documents)
        {
            PassageCount += document.Segment.PassageCount;
            length += document.Segment.TotalLength;
        }

        _averageLength = PassageCount == 0 ? 1 : Math.Max(1, (double)length / PassageCount);
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
    /// <exception cref="InvalidDataException">A segment is damaged: rebuild it.</exception>
    public IReadOnlyList<PassageHit> Search(IReadOnlyList<WeightedTerm> terms, int top, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var queries = terms.Where(term => term.Weight > 0).GroupBy(term => term.Term, StringComparer.Ordinal)
            .Select(group => Resolve(group.Key, group.Sum(term => term.Weight))).Where(query => query.Weight > 0).ToList();
        var best = new List<PassageHit>();
        for (var document = 0; document < Documents.Count; document++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            best.AddRange(Score(document, queries));
        }

        return [.. best.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document).ThenBy(hit => hit.Passage).Take(top)];
    }

    /// <summary>Inverse document frequency of a term over all the passages: ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    public double InverseDocumentFrequency(string term) => Resolve(term, 1).InverseDocumentFrequency;

    private IEnumerable<PassageHit> Score(int document, List<QueryTerm> queries)
    {
        var segment = Documents[document].Segment;
        segment.Verify();
        var scores = new double[segment.PassageCount];
        foreach (var query in queries.Where(query => query.Lists[document].Count > 0))
        {
            var lengths = segment.Lengths;
            foreach (var (passage, frequency) in Read(segment, query.Lists[document]))
            {
                scores[passage] += query.Weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * lengths[passage] / _averageLength))));
            }
        }

        return scores.Select((score, passage) => new PassageHit(document, passage, score)).Where(hit => hit.Score > 0);
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

        var idf = Math.Log(1 + ((PassageCount - frequency + 0.5) / (frequency + 0.5)));
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

        var found = new TermPostings(first, count, 0);
        return count switch
        {
            0 => default,
            1 => found with { DocumentFrequency = segment.DocumentFrequency(first) },
            _ => found with { DocumentFrequency = Read(segment, found).Count },
        };
    }

    private static List<(int Passage, int Frequency)> Read(Segment segment, TermPostings postings)
    {
        if (postings.Count == 1)
        {
            return Read(segment, postings.First);
        }

        return [.. Enumerable.Range(postings.First, postings.Count).SelectMany(term => Read(segment, term))
            .GroupBy(posting => posting.Passage).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Sum(posting => posting.Frequency)))];
    }

    private static List<(int Passage, int Frequency)> Read(Segment segment, int term)
    {
        var bytes = segment.Postings(term);
        var (count, position, passage) = (segment.DocumentFrequency(term), 0, -1);
        if (count > PostingList.BlockSize)
        {
            for (var field = 0; field < 4 * ((count + PostingList.BlockSize - 1) / PostingList.BlockSize); field++)
            {
                Varint.Read(bytes, ref position);
            }
        }

        var postings = new List<(int, int)>(Math.Min(count, segment.PassageCount));
        for (var i = 0; i < count; i++)
        {
            var head = Varint.Read(bytes, ref position);
            passage += (int)(head >> 1);
            var frequency = (head & 1) == 1 ? 1 : (int)Varint.Read(bytes, ref position);
            if ((uint)passage >= (uint)segment.PassageCount)
            {
                throw new InvalidDataException("The index segment cannot be used. A posting is out of bounds.");
            }

            postings.Add((passage, frequency));
        }

        return postings;
    }
}
