using System.Text;
using Longleaf.Documents;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Planning;

/// <summary>Chooses passages for a question: several queries, fused, then looked at more closely.</summary>
internal static class PassageRanker
{
    private const int Depth = 200;
    private const int LookedAt = 30;
    private const int MaxOpening = 120;

    // Reciprocal rank fusion, Cormack et al. 2009.
    private const double FusionConstant = 60;

    private const double FusionWeight = 0.25;
    private const double OrderWeight = 0.15;
    private const double HeadingWeight = 0.15;
    private const double QuoteWeight = 1;

    // A title that the question names, and links by titles. Chosen of a few on HotpotQA's train100, reported on its other questions.
    private const int Seeds = 5;
    private const double TitleWeight = 0.5;
    private const double LinkWeight = 0.65;
    private const double LinkTermsWeight = 0.6;

    /// <summary>The best passages, best first.</summary>
    public static IReadOnlyList<RankedPassage> Rank(Question question, Query query, ReadingScope scope, int top, CancellationToken cancellationToken)
    {
        var main = scope.Search.Search(query.SearchTerms, Depth, cancellationToken);
        var fused = new Dictionary<(int Document, int Passage), double>();
        Fuse(fused, main);
        foreach (var part in question.Names.Concat(question.Quoted).Take(8))
        {
            WeightedTerm[] terms = [.. TextAnalyzer.Analyze(part).Select(term => term.Term).Distinct().Select(term => new WeightedTerm(term, 1))];
            if (terms.Length > 0 && terms.Length < query.SearchTerms.Count)
            {
                Fuse(fused, scope.Search.Search(terms, Depth, cancellationToken));
            }
        }

        if (fused.Count == 0)
        {
            return [];
        }

        var scores = main.ToDictionary(hit => (hit.Document, hit.Passage), hit => hit.Score);
        var (best, mostFused) = (main.Count > 0 ? main[0].Score : 1, fused.Values.Max());
        var candidates = fused.Select(pair => (Hit: new PassageHit(pair.Key.Document, pair.Key.Passage, 0), Score: (scores.GetValueOrDefault(pair.Key) / best) + (FusionWeight * pair.Value / mostFused)))
            .OrderByDescending(candidate => candidate.Score)
            .Take(Math.Max(LookedAt, top))
            .Select(candidate => new LookedAtPassage(candidate.Hit, scope.All[scope.PositionOf(candidate.Hit)], candidate.Score))
            .ToDictionary(candidate => (candidate.Hit.Document, candidate.Hit.Passage));
        foreach (var candidate in candidates.Values)
        {
            candidate.Found = (candidate.Found + Closer(question, query, candidate)) / (1 + FusionWeight);
        }

        Follow(candidates, query, scope, cancellationToken);
        return
        [
            .. candidates.Values
                .Select(candidate => new RankedPassage(scope.PositionOf(candidate.Hit), candidate.Hit.Passage, candidate.Score, candidate.Found))
                .OrderByDescending(passage => passage.Score)
                .ThenBy(passage => passage.Document)
                .ThenBy(passage => passage.Number)
                .Take(top),
        ];
    }

    // What the best passages mention by its title may hold what they do not say.
    private static void Follow(
        Dictionary<(int Document, int Passage), LookedAtPassage> candidates, Query query, ReadingScope scope, CancellationToken cancellationToken)
    {
        var links = new TitleLinks(scope);
        LookedAtPassage[] seeds = [.. candidates.Values.OrderByDescending(candidate => candidate.Score).Take(Seeds)];
        foreach (var seed in seeds)
        {
            foreach (var hit in links.From(seed.Text, seed.Analyzed, cancellationToken))
            {
                var key = (hit.Document, hit.Passage);
                if (!candidates.TryGetValue(key, out var target))
                {
                    candidates[key] = target = new LookedAtPassage(hit, scope.All[scope.PositionOf(hit)], 0);
                }

                if (target == seed)
                {
                    continue;
                }

                var adds = query.Share(term => !seed.Terms.Contains(term.Term) && target.Terms.Contains(term.Term));
                var linked = (seed.Found / seeds[0].Found * (LinkWeight + (LinkTermsWeight * adds))) + (target.Found / 2);
                target.Linked = Math.Max(target.Linked, linked);
            }
        }
    }

    /// <summary>The terms of the headings above a block and of its document's name and title.</summary>
    public static HashSet<string> Context(ReadableDocument document, Location location)
    {
        var context = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in (IEnumerable<string>)[Path.GetFileNameWithoutExtension(document.Name), document.Info.Title ?? OpeningLine(document), .. location.Section])
        {
            context.UnionWith(TextAnalyzer.Analyze(text.Length > 300 ? text[..300] : text).Select(term => term.Term));
        }

        return context;
    }

    // A text that names no title has it on its first line, if that is short.
    private static string OpeningLine(ReadableDocument document)
    {
        if (document.Blocks.Count == 0)
        {
            return "";
        }

        var first = document.Blocks[0].Location;
        var opening = document.Text.Slice(first.ByteStart, Math.Min(first.ByteLength, MaxOpening));
        var end = opening.IndexOf((byte)'\n');
        return end < 0 && opening.Length == MaxOpening ? "" : Encoding.UTF8.GetString(end < 0 ? opening : opening[..end]);
    }

    private static void Fuse(Dictionary<(int Document, int Passage), double> fused, IReadOnlyList<PassageHit> hits)
    {
        for (var rank = 0; rank < hits.Count; rank++)
        {
            var key = (hits[rank].Document, hits[rank].Passage);
            fused[key] = fused.GetValueOrDefault(key) + (1 / (FusionConstant + rank + 1));
        }
    }

    // What BM25 does not see: the question's words side by side, a heading that is about it or named in it, a quoted string to the letter.
    private static double Closer(Question question, Query query, LookedAtPassage candidate)
    {
        var document = candidate.Document;
        var location = candidate.Location;
        var heading = location is null ? [] : Context(document, location);
        var bonus = (OrderWeight * InOrder(query, candidate.Analyzed)) + (HeadingWeight * query.Coverage(heading, [], hasType: false));
        bonus += location?.Section is [.., var title] ? TitleWeight * NamedTitle(title, query) : 0;
        return bonus + (question.Quoted.Any(quoted => candidate.Text.Contains(quoted, StringComparison.OrdinalIgnoreCase)) ? QuoteWeight : 0);
    }

    // The share of the question that a title is, if the question has all of its terms.
    private static double NamedTitle(string title, Query query)
    {
        if (title.Length > MaxOpening)
        {
            return 0;
        }

        string[] terms = [.. TextAnalyzer.Analyze(title).Select(term => term.Term).Distinct()];
        return Array.TrueForAll(terms, query.Known.Contains) ? query.Share(term => terms.Contains(term.Term)) : 0;
    }

    // The share of the question's neighbouring terms that stand in the same order within three terms.
    private static double InOrder(Query query, IReadOnlyList<AnalyzedTerm> terms)
    {
        if (query.Terms.Count < 2)
        {
            return 0;
        }

        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            if (query.Known.Contains(terms[i].Term))
            {
                if (!places.TryGetValue(terms[i].Term, out var list))
                {
                    places[terms[i].Term] = list = [];
                }

                list.Add(i);
            }
        }

        var together = 0;
        for (var i = 0; i + 1 < query.Terms.Count; i++)
        {
            together += places.TryGetValue(query.Terms[i].Term, out var first) && places.TryGetValue(query.Terms[i + 1].Term, out var second)
                && first.Any(at => second.Any(next => next > at && next <= at + 3)) ? 1 : 0;
        }

        return (double)together / (query.Terms.Count - 1);
    }
}
