using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Index;

/// <summary>BM25 from its definition: every passage's text analysed anew, every term added up, everything sorted.</summary>
internal sealed class BruteForce
{
    private readonly List<(int Document, int Passage, Dictionary<string, int> Terms, int Length)> _passages = [];

    public BruteForce(IReadOnlyList<ReadableDocument> documents)
    {
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var passage in documents[document].Segment.Passages())
            {
                var terms = IndexedTerms(documents[document], passage);
                _passages.Add((document, passage.Number, terms, terms.Values.Sum()));
            }
        }
    }

    public double InverseDocumentFrequency(string term)
    {
        var found = _passages.Count(passage => Frequency(passage.Terms, term) > 0);
        return Math.Log(1 + ((_passages.Count - found + 0.5) / (found + 0.5)));
    }

    public List<PassageHit> Search(IEnumerable<WeightedTerm> terms, int top)
    {
        var average = _passages.Average(passage => passage.Length);
        var hits = new List<PassageHit>();
        var weights = terms.GroupBy(term => term.Term).Select(group => (Term: group.Key, Weight: group.Sum(term => term.Weight) * InverseDocumentFrequency(group.Key)));
        var ordered = weights.OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal).ToList();
        foreach (var passage in _passages)
        {
            var score = 0.0;
            foreach (var (term, weight) in ordered)
            {
                var frequency = Frequency(passage.Terms, term);
                score += weight * frequency * 2.2 / (frequency + (1.2 * 0.25) + (1.2 * 0.75 * passage.Length / average));
            }

            if (score > 0)
            {
                hits.Add(new PassageHit(passage.Document, passage.Passage, score));
            }
        }

        return [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document).ThenBy(hit => hit.Passage).Take(top)];
    }

    // A lone ideograph is in every term that starts with it.
    private static int Frequency(Dictionary<string, int> terms, string term) =>
        term.Length == 1 && CharacterTable.ClassOf(term[0]) == CharacterClass.Ideograph
            ? terms.Where(entry => entry.Key.StartsWith(term, StringComparison.Ordinal)).Sum(entry => entry.Value)
            : terms.GetValueOrDefault(term);

    private static Dictionary<string, int> IndexedTerms(ReadableDocument document, Passage passage)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var sink = new CountSink(counts, 1);
        foreach (var sentence in Sentences.Split(document.ReadPassage(passage)))
        {
            new TermScanner<CountSink>(ref sink, indexing: true).Scan(document.ReadPassage(passage).AsSpan(sentence.Start.Value, sentence.End.Value - sentence.Start.Value));
        }

        var name = new CountSink(counts, PassageIndexer.HeadingWeight);
        new TermScanner<CountSink>(ref name, indexing: true).Scan(Path.GetFileNameWithoutExtension(document.Name));
        return counts;
    }

    private readonly struct CountSink(Dictionary<string, int> counts, int weight) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, int start, int length)
        {
            var key = term.ToString();
            counts[key] = counts.GetValueOrDefault(key) + weight;
        }
    }
}
