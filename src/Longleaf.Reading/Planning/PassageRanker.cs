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
        return
        [
            .. fused.Select(pair => (Hit: new PassageHit(pair.Key.Document, pair.Key.Passage, 0), Score: (scores.GetValueOrDefault(pair.Key) / best) + (FusionWeight * pair.Value / mostFused)))
                .OrderByDescending(candidate => candidate.Score)
                .Take(Math.Max(LookedAt, top))
                .Select(candidate => new RankedPassage(scope.PositionOf(candidate.Hit), candidate.Hit.Passage, (candidate.Score + Closer(question, query, scope, candidate.Hit)) / (1 + FusionWeight)))
                .OrderByDescending(passage => passage.Score)
                .ThenBy(passage => passage.Document)
                .ThenBy(passage => passage.Number)
                .Take(top),
        ];
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

    // What BM25 does not see: the question's words side by side, a heading that is about it, a quoted string to the letter.
    private static double Closer(Question question, Query query, ReadingScope scope, PassageHit hit)
    {
        var document = scope.All[scope.PositionOf(hit)];
        var passage = document.Segment.GetPassage(hit.Passage);
        var text = document.Text.Read(passage.ByteStart, passage.ByteLength);
        var terms = TextAnalyzer.Analyze(text);
        var block = Math.Max(0, document.Blocks.Find(passage.ByteStart));
        var heading = document.Blocks.Count > 0 ? Context(document, document.Blocks[block].Location) : [];
        var bonus = (OrderWeight * InOrder(query, terms)) + (HeadingWeight * query.Coverage(heading, [], hasType: false));
        return bonus + (question.Quoted.Any(quoted => text.Contains(quoted, StringComparison.OrdinalIgnoreCase)) ? QuoteWeight : 0);
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
