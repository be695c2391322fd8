using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Sentences as weighted term vectors: how central each is, and how alike two are.</summary>
internal sealed class SentenceGraph
{
    // LexRank and TextRank compare every two sentences: more than this many are ranked by the centroid first.
    private const int MaxNodes = 500;
    private const int Iterations = 30;
    private const double Damping = 0.85;

    // Erkan and Radev 2004: below this two sentences do not vote for each other.
    private const double LexRankThreshold = 0.1;

    private readonly Dictionary<int, double>[] _vectors;
    private readonly double[] _norms;
    private readonly double[] _centroid;

    /// <summary>Makes the vectors.</summary>
    public SentenceGraph(IReadOnlyList<string> sentences)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = sentences.Select(sentence => TextAnalyzer.Analyze(sentence).Select(term => Id(ids, term.Term)).ToArray()).ToArray();
        var holders = new int[ids.Count];
        foreach (var set in terms)
        {
            foreach (var term in set.Distinct())
            {
                holders[term]++;
            }
        }

        var idf = holders.Select(count => Math.Log((sentences.Count + 1) / (count + 0.5))).ToArray();
        _vectors = [.. terms.Select(set => set.GroupBy(term => term).ToDictionary(group => group.Key, group => group.Count() * idf[group.Key]))];
        _norms = [.. _vectors.Select(vector => Math.Sqrt(vector.Values.Sum(weight => weight * weight)))];
        _centroid = Centroid(ids.Count);
    }

    /// <summary>How alike two sentences are: the cosine of their vectors, 0 to 1.</summary>
    public double Similarity(int one, int other)
    {
        var (small, large) = _vectors[one].Count <= _vectors[other].Count ? (_vectors[one], _vectors[other]) : (_vectors[other], _vectors[one]);
        var product = 0.0;
        foreach (var (term, weight) in small)
        {
            product += large.TryGetValue(term, out var counterpart) ? weight * counterpart : 0;
        }

        return product == 0 ? 0 : product / (_norms[one] * _norms[other]);
    }

    /// <summary>How close each sentence is to the mean of all, 0 to 1.</summary>
    public double[] ByCentroid() => Normalize(_centroid);

    /// <summary>How central each sentence is among those that are like it, 0 to 1.</summary>
    /// <param name="weighted">TextRank: votes weigh by likeness. Otherwise LexRank: every vote past a threshold is one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public double[] ByVotes(bool weighted, CancellationToken cancellationToken)
    {
        int[] nodes = [.. Enumerable.Range(0, _vectors.Length).OrderByDescending(i => _centroid[i]).Take(MaxNodes)];
        var votes = new List<(int To, double Weight)>[nodes.Length];
        var given = new double[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            votes[i] = [];
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i + 1; j < nodes.Length; j++)
            {
                var likeness = Similarity(nodes[i], nodes[j]);
                var weight = weighted ? likeness : likeness >= LexRankThreshold ? 1 : 0;
                if (weight > 0)
                {
                    votes[i].Add((j, weight));
                    votes[j].Add((i, weight));
                    given[i] += weight;
                    given[j] += weight;
                }
            }
        }

        var ranks = Settle(votes, given);
        var scores = new double[_vectors.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            scores[nodes[i]] = ranks[i];
        }

        return Normalize(scores);
    }

    private static double[] Settle(List<(int To, double Weight)>[] votes, double[] given)
    {
        var ranks = new double[votes.Length];
        Array.Fill(ranks, 1.0 / Math.Max(1, votes.Length));
        for (var round = 0; round < Iterations; round++)
        {
            var next = new double[votes.Length];
            Array.Fill(next, (1 - Damping) / votes.Length);
            for (var i = 0; i < votes.Length; i++)
            {
                foreach (var (to, weight) in votes[i])
                {
                    next[to] += Damping * ranks[i] * weight / given[i];
                }
            }

            ranks = next;
        }

        return ranks;
    }

    private double[] Centroid(int terms)
    {
        var mean = new double[terms];
        foreach (var vector in _vectors)
        {
            foreach (var (term, weight) in vector)
            {
                mean[term] += weight / _vectors.Length;
            }
        }

        return [.. _vectors.Select((vector, i) => _norms[i] == 0 ? 0 : vector.Sum(pair => pair.Value * mean[pair.Key]) / _norms[i])];
    }

    private static double[] Normalize(double[] scores)
    {
        var most = scores.Length == 0 ? 0 : scores.Max();
        return most <= 0 ? scores : [.. scores.Select(score => score / most)];
    }

    private static int Id(Dictionary<string, int> ids, string term)
    {
        if (!ids.TryGetValue(term, out var id))
        {
            ids[term] = id = ids.Count;
        }

        return id;
    }
}
