using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Planning;

/// <summary>A question's terms, weighted: what is searched for and what an answer must cover.</summary>
internal sealed class Query
{
    // Past this many a question is a pasted text; its rarest terms say what it is about.
    private const int MaxTerms = 48;
    private const int MaxAlternatives = 32;

    // What stands in for a term counts less than the term; what the headings above say counts less than what the sentence says.
    private const double AlternativeShare = 0.8;
    private const double ContextShare = 0.5;
    private const double AlternativeSearchWeight = 0.35;
    private const double CarriedWeight = 0.4;
    private const double LightWeight = 0.35;

    // Frequencies in a handful of passages say little of how telling a word is: as if the corpus had at least this many.
    private const int MinPassages = 500;

    private const string Suffixes = "期率额费价款者方书单日地性度时后前内中";

    private static readonly HashSet<string> Light = LightTerms();

    private Query(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<WeightedTerm> searchTerms)
    {
        Terms = terms;
        SearchTerms = searchTerms;
        Total = terms.Sum(term => term.Weight);
        Known = [.. terms.Select(term => term.Term), .. terms.SelectMany(term => term.Alternatives).SelectMany(set => set)];
    }

    /// <summary>The terms.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>What to search passages for.</summary>
    public IReadOnlyList<WeightedTerm> SearchTerms { get; }

    /// <summary>The sum of the weights.</summary>
    public double Total { get; }

    /// <summary>All terms and what may stand in their place.</summary>
    public HashSet<string> Known { get; }

    /// <summary>Makes the query of a question.</summary>
    public static Query Of(Question question, PassageSearch search)
    {
        var terms = Distinct(Analyze(question.Search));
        if (terms.Count == 0)
        {
            terms = Distinct(Analyze(question.Text));
        }

        var named = Analyze(string.Join(' ', question.DocumentWords)).ToHashSet(StringComparer.Ordinal);
        var byType = Analyze(string.Join(' ', question.TypeWords)).ToHashSet(StringComparer.Ordinal);
        var own = Weigh(terms, 1, named, byType, search);
        var seen = terms.ToHashSet(StringComparer.Ordinal);

        // A question that names another document and nothing else ("and the 900?") asks what the one before asked.
        var carriedWeight = terms.All(named.Contains) ? 1 : CarriedWeight;
        var carried = Weigh([.. Distinct(Analyze(question.Carried)).Where(term => !seen.Contains(term))], carriedWeight, named, byType, search);

        var all = own.Concat(carried).OrderByDescending(term => term.Weight).Take(MaxTerms).ToHashSet();
        QuestionTerm[] kept = [.. own.Concat(carried).Where(all.Contains)];
        return new Query([.. kept.Where(term => !named.Contains(term.Term))], SearchFor(kept, carried.Select(term => term.Term).ToHashSet(StringComparer.Ordinal), named));
    }

    /// <summary>Whether a term is of the words that say little of what a text is about.</summary>
    public static bool SaysLittle(string term) => Light.Contains(term);

    /// <summary>The share of the question that a set of terms covers, 0 to 1.</summary>
    /// <param name="terms">The terms there.</param>
    /// <param name="context">The terms of the headings above and the document's title.</param>
    /// <param name="hasType">Whether a value of the type asked for is there.</param>
    /// <param name="contextShare">What a term found only in the context counts.</param>
    public double Coverage(HashSet<string> terms, HashSet<string> context, bool hasType, double contextShare = ContextShare)
    {
        if (Total <= 0)
        {
            return 0;
        }

        var covered = 0.0;
        foreach (var term in Terms)
        {
            covered += term.Weight * Share(term, terms, context, hasType, contextShare);
        }

        return covered / Total;
    }

    /// <summary>The share of the question that some of its terms are, 0 to 1.</summary>
    public double Share(Func<QuestionTerm, bool> some) => Total <= 0 ? 0 : Terms.Where(some).Sum(term => term.Weight) / Total;

    private static double Share(QuestionTerm term, HashSet<string> terms, HashSet<string> context, bool hasType, double contextShare)
    {
        if (terms.Contains(term.Term))
        {
            return 1;
        }

        if (term.Alternatives.Any(set => set.All(terms.Contains)) || (term.ByType && hasType))
        {
            return AlternativeShare;
        }

        return context.Contains(term.Term) ? contextShare : term.Alternatives.Any(set => set.All(context.Contains)) ? contextShare * AlternativeShare : 0;
    }

    private static List<QuestionTerm> Weigh(List<string> terms, double weight, HashSet<string> named, HashSet<string> byType, PassageSearch search)
    {
        var alternatives = Lexicon.Shared.Alternatives(terms);
        var passages = search.PassageCount;
        var weighed = new List<QuestionTerm>(terms.Count);
        for (var i = 0; i < terms.Count; i++)
        {
            // The search's idf is ln((N + 1) / (n + 0.5)): taken apart for n, put together for at least MinPassages.
            var holders = ((passages + 1) / Math.Exp(search.InverseDocumentFrequency(terms[i]))) - 0.5;
            var idf = Math.Log((Math.Max(passages, MinPassages) + 1) / (Math.Max(0, holders) + 0.5));
            var light = Light.Contains(terms[i]) || Straddles(terms, alternatives, i) || IsSuffixed(terms, alternatives, i);
            weighed.Add(new QuestionTerm(terms[i], idf * weight * (light ? LightWeight : 1), byType.Contains(terms[i]), named.Contains(terms[i]) ? [] : alternatives[i]));
        }

        return weighed;
    }

    // Of 交货期限 the middle bigram 货期 is no word: known words stand on both sides.
    private static bool Straddles(List<string> terms, IReadOnlyList<IReadOnlyList<string[]>> alternatives, int i) =>
        i > 0 && i + 1 < terms.Count && alternatives[i].Count == 0 && alternatives[i - 1].Count > 0 && alternatives[i + 1].Count > 0
        && terms[i].Length == 2 && QuestionLanguage.IsIdeograph(terms[i][0]) && terms[i - 1][^1] == terms[i][0] && terms[i][1] == terms[i + 1][0];

    // Of 保修期 the second bigram 修期 is no word: a known word and a suffix.
    private static bool IsSuffixed(List<string> terms, IReadOnlyList<IReadOnlyList<string[]>> alternatives, int i) =>
        i > 0 && alternatives[i].Count == 0 && alternatives[i - 1].Count > 0 && terms[i].Length == 2 && terms[i - 1].Length == 2
        && QuestionLanguage.IsIdeograph(terms[i][0]) && terms[i - 1][1] == terms[i][0] && Suffixes.Contains(terms[i][1]);

    private static List<WeightedTerm> SearchFor(QuestionTerm[] terms, HashSet<string> carried, HashSet<string> named)
    {
        var search = terms.Select(term => new WeightedTerm(term.Term, carried.Contains(term.Term) ? CarriedWeight : named.Contains(term.Term) ? 0.5 : Light.Contains(term.Term) ? LightWeight : 1)).ToList();
        var seen = terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var alternative in terms.SelectMany(term => term.Alternatives).SelectMany(set => set))
        {
            if (search.Count < terms.Length + MaxAlternatives && seen.Add(alternative))
            {
                search.Add(new WeightedTerm(alternative, AlternativeSearchWeight));
            }
        }

        return search;
    }

    private static List<string> Analyze(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term)];

    private static List<string> Distinct(List<string> terms) => [.. terms.Distinct(StringComparer.Ordinal)];

    private static HashSet<string> LightTerms() =>
        Analyze("take make get go come use give say know new first last good name called call people time year thing way happen kind type different during main one many much mean find show like base easy exist good well also even still must help need include provide part other another such every made such may would could actually really currently usually 主要 一般 目前 通常 情况 使用 进行 可以 需要 时候 这样 其中")
            .ToHashSet(StringComparer.Ordinal);
}
