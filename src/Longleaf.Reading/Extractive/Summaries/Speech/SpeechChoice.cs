using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>Chooses what to tell of a transcript: what was said most, or what was said of a matter.</summary>
internal static class SpeechChoice
{
    // What does not carry a thought, and what no reader would take for one sentence.
    private const int Shortest = 6;
    private const int Longest = 90;

    // A matter is talked about for some sentences on end: each lends its neighbours weight, falling like a bell.
    private const int Reach = 12;
    private const double Width = 4;
    private const double LeastRelevance = 0.1;
    private const double SpeakerBonus = 0.3;
    private const double AskedBonus = 0.5;
    private const double WholeTermPower = 0.75;
    private const double WholeRepetition = 0.2;
    private const double ChineseRepetition = 0.6;

    // Robertson's k1 and b, for sentences: their lengths say less than those of passages.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;

    /// <summary>The numbers of the chosen sentences, in the transcript's order; none where nothing is said of the matter.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="matter">What they are to be about; empty for all.</param>
    /// <param name="speakers">Whose words go first; may be empty.</param>
    /// <param name="words">How many words, about.</param>
    /// <param name="most">How many sentences at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<SpokenSentence> sentences, string matter, IReadOnlySet<string> speakers, int words, int most, CancellationToken cancellationToken)
    {
        var (ids, terms) = (new Dictionary<string, int>(StringComparer.Ordinal), new int[sentences.Count][]);
        for (var i = 0; i < sentences.Count; i++)
        {
            terms[i] = Terms(sentences[i].Said, ids);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var idf = InverseFrequencies(terms, ids.Count);
        var asked = Ids(matter, ids);
        if (matter.Length > 0 && asked.Count == 0)
        {
            return [];
        }

        var relevance = asked.Count == 0 ? null : Relevance(terms, asked, idf);
        var weights = Weights(terms, relevance, idf);
        foreach (var term in asked)
        {
            weights[term] += AskedBonus;
        }

        var candidates = new List<int>();
        var items = new List<(int[] Terms, int Length, double Factor)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var length = SpokenStyle.Units(sentences[i].Said);
            if (length is < Shortest or > Longest || (relevance is not null && relevance[i] <= LeastRelevance))
            {
                continue;
            }

            candidates.Add(i);
            items.Add(([.. terms[i].Distinct()], length, SpokenStyle.Reading(sentences[i].Said) * (1 + (relevance?[i] ?? 0)) * (speakers.Contains(sentences[i].Speaker) ? 1 + SpeakerBonus : 1)));
        }

        var chinese = sentences.Count > 0 && QuestionLanguage.Of(sentences[sentences.Count / 2].Said) == AnswerLanguage.Chinese;
        var coverage = chinese
            ? new SentenceCoverage { Weights = weights, Repetition = ChineseRepetition, LengthOffset = 0 }
            : new SentenceCoverage { Weights = weights, Repetition = relevance is null ? WholeRepetition : new SentenceCoverage { Weights = weights }.Repetition };
        return [.. coverage.Choose(items, words, most, cancellationToken).Select(item => candidates[item]).Order()];
    }

    private static double[] InverseFrequencies(int[][] terms, int count)
    {
        var holders = new int[count];
        foreach (var set in terms)
        {
            foreach (var term in set.Distinct())
            {
                holders[term]++;
            }
        }

        return [.. holders.Select(holder => Math.Log((terms.Length + 1) / (holder + 0.5)))];
    }

    // 1 for the sentences amid which the matter is talked about most; squared, so that there are few of them.
    private static double[] Relevance(int[][] terms, HashSet<int> asked, double[] idf)
    {
        var average = Math.Max(1, terms.Average(set => set.Length));
        var smooth = new double[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var score = terms[i].Where(asked.Contains).GroupBy(term => term)
                .Sum(group => idf[group.Key] * group.Count() * (Saturation + 1) / (group.Count() + (Saturation * (1 - LengthShare + (LengthShare * terms[i].Length / average)))));
            for (var j = Math.Max(0, i - Reach); score > 0 && j <= Math.Min(terms.Length - 1, i + Reach); j++)
            {
                smooth[j] += score * Math.Exp(-Math.Pow((i - j) / Width, 2));
            }
        }

        var most = smooth.Max();
        return most <= 0 ? smooth : [.. smooth.Select(score => score / most * (score / most))];
    }

    // What is said where the matter is talked about weighs by how often, and how seldom elsewhere.
    private static double[] Weights(int[][] terms, double[]? relevance, double[] idf)
    {
        var uses = new double[idf.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var share = relevance?[i] ?? 1;
            foreach (var term in share > LeastRelevance ? terms[i] : [])
            {
                uses[term] += share;
            }
        }

        double[] weights = [.. uses.Select((use, term) => (relevance is null ? Math.Pow(use, WholeTermPower) : use) * idf[term])];
        var most = weights.Length == 0 ? 0 : weights.Max();
        return most <= 0 ? weights : [.. weights.Select(weight => weight / most)];
    }

    private static HashSet<int> Ids(string matter, Dictionary<string, int> ids)
    {
        var known = new HashSet<int>();
        foreach (var term in TextAnalyzer.Analyze(matter))
        {
            if (!SpokenStyle.SaysNothing(term.Term) && ids.TryGetValue(term.Term, out var id))
            {
                known.Add(id);
            }
        }

        return known;
    }

    private static int[] Terms(string sentence, Dictionary<string, int> ids)
    {
        var terms = new List<int>();
        foreach (var term in TextAnalyzer.Analyze(sentence))
        {
            if (!SpokenStyle.SaysNothing(term.Term))
            {
                if (!ids.TryGetValue(term.Term, out var id))
                {
                    ids[term.Term] = id = ids.Count;
                }

                terms.Add(id);
            }
        }

        return [.. terms];
    }
}
