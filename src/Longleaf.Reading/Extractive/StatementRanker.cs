using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive;

/// <summary>
/// Reads the best passages sentence by sentence: idf overlap + 1.5 × passage score + 0.35 × answer type, which measured best
/// among simple rules (sentence first on NQ .517; neighbour smoothing lowers it).
/// </summary>
internal static partial class StatementRanker
{
    private const int Passages = 8;

    // A value of the kind asked for is told from afar: more passages are worth reading.
    private const int TypedPassages = 80;

    // Who somebody is, a story says once and far from where the name comes thick.
    private const int DefinitionPassages = 80;
    private const double DefinitionWeight = 0.8;
    private const int MaxIntroductions = 4;
    private const double IntroductionScore = 1;
    private const double PassageWeight = 1.5;
    private const double TypeWeight = 0.35;

    // A telephone number or an address is nothing else.
    private const double FormWeight = 0.8;
    private const double KeyWeight = 0.3;
    private const double CountsWeight = 0.4;
    private const double AnsweredQuestionWeight = 0.6;
    private const double NotAnAnswer = 0.8;
    private const double TitleAlone = 0.5;

    // What stands under "第三条 交货" is about delivery, whether it says so again or not.
    private const double ArticleShare = 0.8;
    private const double ConditionWeight = 0.4;
    private const double PartShare = 0.8;

    // Whether there is an answer is asked of the passage, where a sentence's words may be spread.
    private const double CoverageContextShare = 0.9;

    // A passage without a date does not say when, whatever else it says.
    private const double WithoutType = 0.7;

    /// <summary>The statements of the best passages, best first; headings are left out.</summary>
    public static IReadOnlyList<RankedStatement> Rank(Question question, Query query, ReadingScope scope, CancellationToken cancellationToken)
    {
        var ranked = new List<RankedStatement>();
        var seen = new HashSet<(int Document, long Start)>();
        var sought = new Sought(question, query, DefinitionPattern.Of(question), CountedNoun.Of(question));
        var passages = PassageRanker.Rank(question, query, scope, sought.Definition is not null ? DefinitionPassages : AnswerSpans.Has(question.Type) ? TypedPassages : Passages, cancellationToken);
        foreach (var hit in passages.Concat(Introductions(sought, scope, cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = scope.All[hit.Document];
            var passage = document.Segment.GetPassage(hit.Number);
            ReadPassage(ranked, seen, sought, document, StatementReader.Read(document, hit.Document, passage.ByteStart, passage.ByteLength), hit.Score);
        }

        return [.. ranked.OrderByDescending(statement => statement.Score).ThenBy(statement => statement.Statement.Document).ThenBy(statement => statement.Statement.ByteStart)];
    }

    // Where a name comes first, a story says who it is.
    private static IEnumerable<RankedPassage> Introductions(Sought sought, ReadingScope scope, CancellationToken cancellationToken) =>
        sought.Definition is not { Terms.Count: > 0 } definition
            ? []
            : scope.Search.First(definition.Terms, MaxIntroductions, cancellationToken).Select(hit => new RankedPassage(scope.PositionOf(hit), hit.Passage, IntroductionScore));

    private static void ReadPassage(
        List<RankedStatement> ranked, HashSet<(int Document, long Start)> seen, Sought sought, ReadableDocument document, List<Statement> statements, double passageScore)
    {
        var (question, query, definition, counted) = sought;
        var terms = statements.Select(statement => Terms(statement)).ToArray();
        var whole = terms.SelectMany(set => set).ToHashSet(StringComparer.Ordinal);
        var wholeHasType = statements.Any(statement => AnswerSpans.MayAnswer(statement.Text, question));
        var typed = AnswerSpans.Has(question.Type);
        var (contextOf, context) = (-1, new HashSet<string>(StringComparer.Ordinal));
        var asked = 0.0;
        var article = statements.Count > 0 && ArticleTitle.Above(document, statements[0].Block) is { } above ? Terms(above) : [];
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (contextOf != statement.Block)
            {
                (contextOf, context) = (statement.Block, PassageRanker.Context(document, document.Blocks[statement.Block].Location));
            }

            if (statement.Kind == StatementKind.Heading)
            {
                article = document.Blocks[statement.Block].Kind == Documents.BlockKind.Heading ? [] : terms[i];
            }

            var isQuestion = QuestionEnd().IsMatch(statement.Text);
            if ((statement.Kind != StatementKind.Heading || (typed && AnswerSpans.Matches(statement.Text, question))) && seen.Add((statement.Document, statement.ByteStart)))
            {
                // Any cell or title may look like a name; which one is asked for, the header says.
                var named = question.Type is AnswerType.Person or AnswerType.Place;
                var hasType = !(named && (statement.Kind == StatementKind.TableRow || TitleLine.Holds(statement, document) || (statement.Kind == StatementKind.KeyValue && KeyBonus(statement, query) <= 0))) && AnswerSpans.Matches(statement.Text, question);
                var defines = definition is not null && statement.Kind == StatementKind.Sentence ? definition.Strength(statement.Text) : 0;
                hasType = definition is null || statement.Kind != StatementKind.Sentence ? hasType : defines > 0;
                var overlap = hasType && typed ? Overlap(statement, terms[i], context, question, query) : query.Coverage(terms[i], context, hasType);
                overlap = article.Count == 0 || query.Coverage(article, [], hasType: false) <= 0 ? overlap : Math.Max(overlap, ArticleShare * query.Coverage([.. terms[i], .. article], context, hasType));
                var score = overlap + (PassageWeight * passageScore) + (hasType ? question.Type is AnswerType.Phone or AnswerType.Email or AnswerType.Url ? FormWeight : TypeWeight : 0) + KeyBonus(statement, query) + (AnsweredQuestionWeight * asked)
                    - (statement.Kind == StatementKind.Heading ? TitleAlone / 2 : 0)
                    - (TitleLine.Holds(statement, document) && document.Blocks[statement.Block + 1].Kind != Documents.BlockKind.ListItem ? TitleAlone : 0)
                    + (DefinitionWeight * defines)
                    + (hasType && counted is not null && CountedNoun.Counts(statement.Text, counted, question) ? CountsWeight : 0)
                    - (question.Type == AnswerType.Duration && OnlyInCondition(statement.Text, query) ? ConditionWeight : 0)
                    - (!hasType && SaysNothing(statement, terms[i], question, query) && statement.ByteLength + 8 < document.Blocks[statement.Block].Location.ByteLength ? TitleAlone : 0)
                    - (isQuestion || TableOfContents.Holds(statement, document) ? NotAnAnswer : 0);
                var coverage = query.Coverage(whole, context, wholeHasType, CoverageContextShare) * (typed && !wholeHasType ? WithoutType : 1);
                ranked.Add(new RankedStatement(statement, score, overlap, coverage, terms[i], hasType));
            }

            // What follows a question of the same words answers it.
            var own = isQuestion ? query.Coverage(terms[i], [], hasType: false) : 0;
            asked = own > 0.6 ? own : 0;
        }
    }

    /// <summary>Whether a short statement holds nothing but the question's own words.</summary>
    public static bool SaysNothing(Statement statement, HashSet<string> terms, Question question, Query query) =>
        statement.Kind == StatementKind.Sentence && statement.Text.Length <= 60 && question.Type != AnswerType.YesNo && terms.All(query.Known.Contains);

    // In "…within 7 days; …; after the warranty period the rest is repaid" the seven days are not the warranty's.
    private static double Overlap(Statement statement, HashSet<string> terms, HashSet<string> context, Question question, Query query)
    {
        var whole = query.Coverage(terms, context, hasType: true);
        if (statement.Kind != StatementKind.Sentence || statement.Text.AsSpan().IndexOfAny(';', '；') < 0)
        {
            return whole;
        }

        var best = 0.0;
        foreach (var part in statement.Text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries))
        {
            best = AnswerSpans.Matches(part, question) ? Math.Max(best, query.Coverage(Terms(part), context, hasType: true)) : best;
        }

        return (PartShare * best) + ((1 - PartShare) * whole);
    }

    // "During the warranty period, the seller repairs within 48 hours": how long the period is it does not say.
    private static bool OnlyInCondition(string text, Query query)
    {
        var condition = Condition().Match(text);
        return condition.Success && !TextAnalyzer.Analyze(text).Any(term => term.Start >= condition.Length && query.Known.Contains(term.Term));
    }

    private static HashSet<string> Terms(string text) => TextAnalyzer.Analyze(text).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Terms(Statement statement)
    {
        var terms = Terms(statement.Text);
        foreach (var header in statement.Headers)
        {
            terms.UnionWith(TextAnalyzer.Analyze(header).Select(term => term.Term));
        }

        return terms;
    }

    // A key that is asked for to the word beats one that is asked for in part.
    private static double KeyBonus(Statement statement, Query query)
    {
        if (statement.Kind is not (StatementKind.KeyValue or StatementKind.TableRow))
        {
            return 0;
        }

        var key = TextAnalyzer.Analyze(statement.Text[statement.Key]);
        return key.Count == 0 ? 0 : KeyWeight * key.Count(term => query.Known.Contains(term.Term)) / key.Count;
    }

    [GeneratedRegex(@"^\s*(?:(?:During|Within|Throughout|After|Before|In|Upon|At the end of) (?:the|this|that|any|such|its) [^,.;]{1,50},|(?:在|于)?[^，。；]{1,14}(?:期[内间]|期限内|期满后?|之?[前后]|以[前后]|时)，)")]
    private static partial Regex Condition();

    [GeneratedRegex(@"[?？]['""”’）)*\s]*$")]
    private static partial Regex QuestionEnd();

    // What a question looks for, worked out once.
    private sealed record Sought(Question Question, Query Query, DefinitionPattern? Definition, string? Counted);
}
