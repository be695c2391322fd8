using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Baselines;

/// <summary>The peer: BM25 over whole paragraphs, title prepended, k1 0.9, b 0.4, one list per term and no more.</summary>
/// <remarks>Paragraphs are added first; then it may be searched by many at once.</remarks>
internal sealed class PlainBm25
{
    private const double K1 = 0.9;
    private const double B = 0.4;

    private readonly Dictionary<string, List<(int Unit, int Frequency)>> _postings = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];
    private long _terms;

    /// <summary>How many paragraphs it has.</summary>
    public int Count => _lengths.Count;

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
        _terms += terms.Count;
    }

    /// <summary>How telling a term is.</summary>
    public double InverseDocumentFrequency(string term)
    {
        var count = _postings.TryGetValue(term, out var list) ? list.Count : 0;
        return Math.Log(1 + ((_lengths.Count - count + 0.5) / (count + 0.5)));
    }

    /// <summary>The terms of a text, each once.</summary>
    public static IReadOnlyList<string> Terms(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term).Distinct(StringComparer.Ordinal)];

    /// <summary>The best paragraphs for a question, best first.</summary>
    public IReadOnlyList<(int Unit, double Score)> Search(string question, int top)
    {
        var average = (double)_terms / Math.Max(1, _lengths.Count);
        var scores = new Dictionary<int, double>();
        foreach (var term in Terms(question))
        {
            var idf = InverseDocumentFrequency(term);
            foreach (var (unit, frequency) in _postings.GetValueOrDefault(term, []))
            {
                var score = idf * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * _lengths[unit] / average))));
                scores[unit] = scores.GetValueOrDefault(unit) + score;
            }
        }

        return [.. scores.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(top).Select(entry => (entry.Key, entry.Value))];
    }
}
