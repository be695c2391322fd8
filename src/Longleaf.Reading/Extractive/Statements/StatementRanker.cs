using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Reads the best passages statement by statement, and ranks what it reads.</summary>
internal static class StatementRanker
{
    // Some of them are there for what leads to them.
    private const int Passages = 12;

    // A value of the kind asked for is told from afar: more passages are worth reading.
    private const int TypedPassages = 40;

    // Who somebody is, a story says once and far from where the name comes thick.
    private const int DefinitionPassages = 80;
    private const int MaxIntroductions = 4;

    // As much as the words that it shares with the question are worth.
    private const double OfAnother = 0.8;
    private const double IntroductionScore = 1;

    /// <summary>The statements of the best passages, best first; headings are left out.</summary>
    public static IReadOnlyList<RankedStatement> Rank(Question question, Query query, ReadingScope scope, CancellationToken cancellationToken)
    {
        var ranked = new List<RankedStatement>();
        var seen = new HashSet<(int Document, long Start)>();
        var scorer = new StatementScorer(question, query);
        var count = scorer.Definition is not null ? DefinitionPassages : AnswerSpans.Has(question.Type) ? TypedPassages : Passages;
        var found = PassageRanker.Rank(question, query, scope, count, cancellationToken).Concat(Introductions(scorer.Definition, scope, cancellationToken));
        foreach (var hit in question.ReadTokens > 0 ? WithRest([.. found], scope, question.ReadTokens) : found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = scope.All[hit.Document];
            var passage = document.Segment.GetPassage(hit.Number);
            var statements = StatementReader.Read(document, hit.Document, passage.ByteStart, passage.ByteLength);
            ranked.AddRange(scorer.Score(document, statements, hit.Own).Where(statement => seen.Add((statement.Statement.Document, statement.Statement.ByteStart))));
        }

        var phrases = new NamedPhrases(question, query, ranked);
        for (var i = 0; i < ranked.Count; i++)
        {
            if (phrases.SpeaksOfAnother(ranked[i]))
            {
                ranked[i] = ranked[i] with { Score = ranked[i].Score - OfAnother, IsOfAnother = true };
            }
        }

        return [.. ranked.OrderByDescending(statement => statement.Score).ThenBy(statement => statement.Statement.Document).ThenBy(statement => statement.Statement.ByteStart)];
    }

    /// <summary>Whether a short statement holds nothing but the question's own words.</summary>
    public static bool SaysNothing(Statement statement, HashSet<string> terms, Question question, Query query) =>
        statement.Kind == StatementKind.Sentence && statement.Text.Length <= 60 && question.Type != AnswerType.YesNo && terms.All(query.Known.Contains);

    // Everything is to be read: what search finds first, then the rest from the start, as far as the tokens go.
    private static IEnumerable<RankedPassage> WithRest(IReadOnlyList<RankedPassage> found, ReadingScope scope, long tokens)
    {
        var rest = scope.Positions.SelectMany(position => scope.All[position].Segment.Passages().Select(passage => new RankedPassage(position, passage.Number, 0, 0)));
        foreach (var passage in found.Concat(rest).DistinctBy(passage => (passage.Document, passage.Number)))
        {
            tokens -= scope.All[passage.Document].Segment.GetPassage(passage.Number).Tokens;
            if (tokens < 0)
            {
                yield break;
            }

            yield return passage;
        }
    }

    // Where a name comes first, a story says who it is.
    private static IEnumerable<RankedPassage> Introductions(DefinitionPattern? definition, ReadingScope scope, CancellationToken cancellationToken) =>
        definition is not { Terms.Count: > 0 }
            ? []
            : scope.Search.First(definition.Terms, MaxIntroductions, cancellationToken).Select(hit => new RankedPassage(scope.PositionOf(hit), hit.Passage, IntroductionScore, IntroductionScore));
}
