using Longleaf.Reading.Text;

namespace Longleaf.Bench.Retrieval;

/// <summary>The peer: BM25 over whole paragraphs, title prepended, k1 0.9, b 0.4, one list per term and no more.</summary>
internal sealed class PlainBm25
{
    private const double K1 = 0.9;
    private const double B = 0.4;

    private readonly Dictionary<string, List<(int Unit, int Frequency)>> _postings = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];

    /// <summary>Adds the next paragraph.</summary>
    public void Add(string text)
    {
        var terms = TextAnalyzer.Analyze(text);
        foreach (var group in terms.GroupBy(term => term.Term, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(group.Key, out var list))
            {
                _postings.Add(group.Key, list = []);
            }

            list.Add((_lengths.Count, group.Count()));
        }

        _lengths.Add(terms.Count);
    }

    /// <summary>The best paragraphs for a question.</summary>
    public IEnumerable<int> Search(string question, int top)
    {
        var average = _lengths.Average();
        var scores = new Dictionary<int, double>();
        foreach (var term in TextAnalyzer.Analyze(question).Select(term => term.Term).Distinct(StringComparer.Ordinal))
        {
            var list = _postings.GetValueOrDefault(term, []);
            var idf = Math.Log(1 + ((_lengths.Count - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (unit, frequency) in list)
            {
                var score = idf * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * _lengths[unit] / average))));
                scores[unit] = scores.GetValueOrDefault(unit) + score;
            }
        }

        return scores.OrderByDescending(entry => entry.Value).Take(top).Select(entry => entry.Key);
    }
}
