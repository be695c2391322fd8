using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Answers a question for a fact: the fact first, then where it stands, then at most a few lines more.</summary>
internal static class LookupAnswer
{
    // A line of further support is worth its place when it is nearly as good as the answer.
    private const double SupportShare = 0.82;
    private const double RareShare = 0.6;
    private const int MaxSupport = 2;
    private const int MaxDocuments = 8;

    /// <summary>Answers.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        if (question.PerDocument && documents.Count > 1)
        {
            var asked = question.Documents.Count > 0 ? question.Documents : [.. Enumerable.Range(0, documents.Count)];
            return asked.Count <= MaxDocuments ? PerDocument(question, documents, asked, cancellationToken) : Single(question, documents, cancellationToken);
        }

        return Single(question, documents, cancellationToken);
    }

    private static IEnumerable<AnswerLine> Single(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var scope = new ReadingScope(documents, question.Documents);
        if ((AuthorAnswer.AsksOnlyThat(question) || AuthorAnswer.AsksOfTitle(question, documents, scope.Positions, cancellationToken)) && AuthorAnswer.Find(question, documents, scope.Positions) is { } byline)
        {
            yield return byline;
            yield break;
        }

        var query = Query.Of(question, scope.Search);
        var ranked = StatementRanker.Rank(question, query, scope, cancellationToken);
        if (!NotFound.Answers(ranked.Count > 0 ? ranked[0] : null, query))
        {
            if (AuthorAnswer.Find(question, documents, scope.Positions) is { } author)
            {
                yield return author;
                yield break;
            }

            yield return NotFound.Say(new LineBuilder(documents, question.Language), Nearest(question, ranked, documents, query, cancellationToken), query, documents, question);
            yield break;
        }

        var best = ranked[0];
        if (ListAnswer.Find(best, question, query, documents) is { } list)
        {
            yield return list;
            yield break;
        }

        if (SectionStart.Find(best, question, query, documents) is { } below)
        {
            yield return below;
            yield break;
        }

        if (!NotFound.Outright(ranked, question, query, documents))
        {
            RankedStatement[] nearest = [.. ranked.Where(statement => statement.Statement.Kind == StatementKind.Sentence && statement.Overlap >= 0.6 * best.Overlap && !StatementRanker.SaysNothing(statement.Statement, statement.Terms, question, query)).OrderByDescending(statement => statement.HasType && AnswerSpans.Has(question.Type)).Take(2)];
            yield return NotFound.SayNearest(new LineBuilder(documents, question.Language), nearest.Length > 0 ? nearest : [best], documents, query, question);
            yield break;
        }

        var alike = Alike(ranked, documents.Count);
        if (alike.Count > 1)
        {
            foreach (var line in EachDocument(alike, question, query, documents))
            {
                yield return line;
            }

            yield break;
        }

        var values = SameLabel(ranked);
        if (values.Count > 1 && AnswerSpans.Has(question.Type))
        {
            for (var i = 0; i < values.Count; i++)
            {
                yield return AnswerShape.WriteWhole(new LineBuilder(documents, question.Language).Frame(i > 0 ? "\n- " : "- "), values[i].Statement).Stop().Sources().ToLine();
            }

            yield break;
        }

        yield return Line(best, question, query, documents, "");
        if (question.Brief)
        {
            yield break;
        }

        foreach (var line in Support(ranked, question, query, documents))
        {
            yield return line;
        }
    }

    private static IEnumerable<AnswerLine> PerDocument(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        var found = false;
        RankedStatement? nearest = null;
        var last = (Query?)null;
        foreach (var position in asked)
        {
            var scope = new ReadingScope(documents, [position]);
            var query = last = Query.Of(question, scope.Search);
            var best = StatementRanker.Rank(question, query, scope, cancellationToken) is [var first, ..] ? first : null;
            var line = new LineBuilder(documents, question.Language).Frame(found ? "\n- " : "- ").Frame(Name(documents[position])).Frame(Phrases.In(question.Language).Colon);
            if (NotFound.Answers(best, query))
            {
                AnswerShape.Write(line, best!, question, query);
                found = true;
                yield return line.Sources().ToLine();
            }
            else
            {
                nearest = nearest is null || best?.Coverage > nearest.Coverage ? best : nearest;
                if (asked.Count <= 3)
                {
                    found = true;
                    yield return line.Frame(Phrases.In(question.Language).NotIn).Stop().ToLine();
                }
            }
        }

        if (!found && last is not null)
        {
            yield return NotFound.Say(new LineBuilder(documents, question.Language), nearest, last, documents, question);
        }
    }

    private static IEnumerable<AnswerLine> EachDocument(IReadOnlyList<RankedStatement> alike, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var separator = "- ";
        foreach (var statement in alike)
        {
            yield return Line(statement, question, query, documents, separator + Name(documents[statement.Statement.Document]) + Phrases.In(question.Language).Colon);
            separator = "\n- ";
        }
    }

    // Similar documents say the same thing with different values: none of them may be passed over.
    private static List<RankedStatement> Alike(IReadOnlyList<RankedStatement> ranked, int documents)
    {
        var best = ranked[0];
        if (documents < 2)
        {
            return [best];
        }

        return
        [
            .. ranked.Where(other => other.Overlap >= 0.9 * best.Overlap && other.Coverage >= 0.9 * best.Coverage && other.HasType == best.HasType && Likeness(other, best) >= 0.5)
                .DistinctBy(other => other.Statement.Document)
                .OrderBy(other => other.Statement.Document)
                .Take(MaxDocuments),
        ];
    }

    // A document may state the same total twice with different values: the reader is told of both.
    private static List<RankedStatement> SameLabel(IReadOnlyList<RankedStatement> ranked)
    {
        var label = Label(ranked[0]);
        return label.Length < 4 || ranked[0].Statement.Text.Length > 80
            ? [ranked[0]]
            : [.. ranked.Where(other => other.Statement.Document == ranked[0].Statement.Document && other.Statement.Text.Length <= 80 && Label(other) == label)
                .DistinctBy(other => string.Concat(other.Statement.Text.Where(char.IsAsciiDigit)))
                .Take(4)
                .OrderBy(other => other.Statement.ByteStart)];
    }

    private static string Label(RankedStatement ranked) => string.Concat(ranked.Statement.Text.Where(char.IsLetter)).ToUpperInvariant();

    private static double Likeness(RankedStatement one, RankedStatement other) =>
        ReferenceEquals(one, other) ? 1 : (double)one.Terms.Count(other.Terms.Contains) / Math.Max(1, Math.Min(one.Terms.Count, other.Terms.Count));

    private static AnswerLine Line(RankedStatement ranked, Question question, Query query, IReadOnlyList<ReadableDocument> documents, string lead)
    {
        var line = new LineBuilder(documents, question.Language).Frame(lead);
        AnswerShape.Write(line, ranked, question, query);
        return line.Sources().ToLine();
    }

    private static IEnumerable<AnswerLine> Support(IReadOnlyList<RankedStatement> ranked, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var best = ranked[0];
        var definition = DefinitionPattern.Of(question);
        if ((AnswerSpans.Has(question.Type) && best.HasType && definition is null) || (question.Type == AnswerType.Definition && definition is null) || best.Statement.Kind != StatementKind.Sentence)
        {
            yield break;
        }

        var named = Named(best, query);
        var support = ranked.Skip(1).Where(other => definition is null || definition.Strength(other.Statement.Text) >= 1)
            .Where(other => !other.IsOfAnother && named.IsSubsetOf(other.Terms) && other.Score >= SupportShare * best.Score && other.Overlap >= Math.Max(0.5, 0.75 * best.Overlap) && Likeness(other, best) < 0.7
                && (question.Type is AnswerType.Reason or AnswerType.List or AnswerType.Manner || other.Overlap >= best.Overlap || other.Terms.Any(term => query.Known.Contains(term) && !best.Terms.Contains(term))))
            .Take(question.Type is AnswerType.YesNo ? 1 : MaxSupport)
            .OrderBy(other => other.Statement.Document)
            .ThenBy(other => other.Statement.ByteStart)
            .ToArray();
        for (var i = 0; i < support.Length; i++)
        {
            var line = new LineBuilder(documents, question.Language).Frame(i == 0 ? "\n\n" + Phrases.In(question.Language).Also + "\n- " : "\n- ");
            yield return AnswerShape.WriteWhole(line, support[i].Statement).Stop().Sources().ToLine();
        }
    }

    // What is told besides is of the same thing: it has the question's rare words that the answer has.
    private static HashSet<string> Named(RankedStatement best, Query query)
    {
        var held = query.Terms.Where(term => best.Terms.Contains(term.Term)).ToArray();
        var most = held.Length == 0 ? 0 : held.Max(term => term.Weight);
        return [.. held.Where(term => term.Weight >= RareShare * most).Select(term => term.Term)];
    }

    // Asked of one document and not said there, the nearest may stand in another.
    private static RankedStatement? Nearest(Question question, IReadOnlyList<RankedStatement> ranked, IReadOnlyList<ReadableDocument> documents, Query query, CancellationToken cancellationToken)
    {
        var here = ranked.MaxBy(Nearness);
        if (question.Documents.Count == 0 || question.Documents.Count == documents.Count)
        {
            return here;
        }

        var everywhere = StatementRanker.Rank(question, query, new ReadingScope(documents, []), cancellationToken).MaxBy(Nearness);
        return here is null || (everywhere is not null && Nearness(everywhere) > Nearness(here)) ? everywhere : here;
    }

    // A sentence is understood without its surroundings; a row is not.
    private static double Nearness(RankedStatement statement) => statement.Coverage + statement.Overlap + (statement.Statement.Kind == StatementKind.Sentence ? 0.1 : 0);

    private static string Name(ReadableDocument document) => Citations.QuotedText.FileName(Path.GetFileNameWithoutExtension(document.Name));
}
