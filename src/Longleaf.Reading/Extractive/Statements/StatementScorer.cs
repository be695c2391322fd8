using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>
/// Scores the statements of a passage against a question: idf overlap + 1.5 × passage score + 0.35 × answer type, which measured
/// best among simple rules (sentence first on NQ .517; neighbour smoothing lowers it), what the form of a statement adds or takes, and, for
/// sentences, what <see cref="RankingWeights"/> adds.
/// </summary>
internal sealed partial class StatementScorer(Question question, Query query)
{
    private const double PassageWeight = 1.5;
    private const double TypeWeight = 0.35;

    // A telephone number or an address is nothing else.
    private const double FormWeight = 0.8;

    // "Within 10 days after signing" says when, but less than a date does.
    private const double OffsetWeight = 0.2;
    private const double DefinitionWeight = 0.8;
    private const double KeyWeight = 0.3;
    private const double CountsWeight = 0.4;
    private const double AnsweredQuestionWeight = 0.6;
    private const double NotAnAnswer = 0.8;
    private const double TitleAlone = 0.5;
    private const double ConditionWeight = 0.7;

    // What stands under "第三条 交货" is about delivery, whether it says so again or not.
    private const double ArticleShare = 0.8;

    // The share of a part of a sentence in what the whole of it covers.
    private const double PartShare = 0.8;

    // Whether there is an answer is asked of the passage, where a sentence's words may be spread.
    private const double CoverageContextShare = 0.9;

    // A passage without a date does not say when, whatever else it says.
    private const double WithoutType = 0.7;

    // A question that is repeated to this share is the question asked: what follows answers it.
    private const double SameQuestion = 0.6;

    // More statements are a document, whose sentences are not told apart by what it is about.
    private const int MostOfPassage = 100;

    private readonly string? _counted = CountedNoun.Of(question);
    private readonly SentenceFeatures _features = new(question, query);
    private readonly bool _typed = AnswerSpans.Has(question.Type);

    /// <summary>How a definition that is asked for is worded; <see langword="null"/> if none is.</summary>
    public DefinitionPattern? Definition { get; } = DefinitionPattern.Of(question);

    /// <summary>The statements of a passage with their scores, in order; headings only where one holds a value asked for.</summary>
    /// <param name="document">The passage's document.</param>
    /// <param name="statements">The passage's statements.</param>
    /// <param name="passageScore">The passage's own score, 1 for the best.</param>
    public IEnumerable<RankedStatement> Score(ReadableDocument document, IReadOnlyList<Statement> statements, double passageScore)
    {
        HashSet<string>[] terms = [.. statements.Select(Terms)];
        bool[] matches = [.. statements.Select(statement => AnswerSpans.Matches(statement.Text, question))];
        var whole = terms.SelectMany(set => set).ToHashSet(StringComparer.Ordinal);
        var wholeHasType = Array.IndexOf(matches, true) >= 0 || statements.Any(statement => AnswerSpans.MayAnswer(statement.Text, question));
        var (contextOf, context) = (-1, new HashSet<string>(StringComparer.Ordinal));
        var article = statements.Count > 0 && ArticleTitle.Above(document, statements[0].Block) is { } above ? Terms(above) : [];
        var answered = 0.0;
        var isPassage = statements.Count <= MostOfPassage;
        if (isPassage)
        {
            _features.Enter(statements, terms);
        }

        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (contextOf != statement.Block)
            {
                (contextOf, context) = (statement.Block, PassageRanker.Context(document, document.Blocks[statement.Block].Location));
            }

            if (statement.Kind == StatementKind.Heading)
            {
                article = document.Blocks[statement.Block].Kind == BlockKind.Heading ? [] : terms[i];
            }

            var asks = QuestionEnd().IsMatch(statement.Text);
            if (statement.Kind != StatementKind.Heading || (_typed && matches[i]))
            {
                var defines = Definition is not null && statement.Kind == StatementKind.Sentence ? Definition.Strength(statement.Text) : 0;
                var hasType = Definition is null || statement.Kind != StatementKind.Sentence ? matches[i] && MayHold(statement, document) : defines > 0;
                var overlap = Overlap(statement, terms[i], context, article, hasType);
                var coverage = query.Coverage(whole, context, wholeHasType, CoverageContextShare) * (_typed && !wholeHasType ? WithoutType : 1);
                var score = overlap + (PassageWeight * passageScore) + (DefinitionWeight * defines) + (AnsweredQuestionWeight * answered)
                    + Gains(statement, hasType) - Losses(statement, terms[i], document, hasType) - (asks ? NotAnAnswer : 0);
                var shown = isPassage && statement is { Kind: StatementKind.Sentence, IsListItem: false } ? _features.Of(i, overlap, hasType && _typed, passageScore) : [];
                yield return new RankedStatement(statement, score + RankingWeights.Add(shown), overlap, coverage, terms[i], hasType) { Features = shown };
            }

            var repeated = asks ? query.Coverage(terms[i], [], hasType: false) : 0;
            answered = repeated > SameQuestion ? repeated : 0;
        }
    }

    // Any cell or title may look like a name: which one is asked for, the header says, or the key.
    private bool MayHold(Statement statement, ReadableDocument document) =>
        question.Type is not (AnswerType.Person or AnswerType.Place)
        || !(statement.Kind == StatementKind.TableRow || TitleLine.Holds(statement, document) || (statement.Kind == StatementKind.KeyValue && KeyBonus(statement) <= 0));

    private double Gains(Statement statement, bool hasType) =>
        KeyBonus(statement)
        + (hasType ? WeightOfType(statement.Text) : 0)
        + (hasType && _counted is not null && CountedNoun.Counts(statement.Text, _counted, question) ? CountsWeight : 0);

    private double WeightOfType(string text) => question.Type switch
    {
        AnswerType.Phone or AnswerType.Email or AnswerType.Url => FormWeight,
        AnswerType.Date when !Dates.PointInTime().IsMatch(text) => OffsetWeight,
        _ => TypeWeight,
    };

    private double Losses(Statement statement, HashSet<string> terms, ReadableDocument document, bool hasType)
    {
        var loss = statement.Kind == StatementKind.Heading ? TitleAlone / 2 : 0;
        loss += TitleLine.Holds(statement, document) && document.Blocks[statement.Block + 1].Kind != BlockKind.ListItem ? TitleAlone : 0;
        loss += question.Type == AnswerType.Duration && OnlyInCondition(statement.Text) ? ConditionWeight : 0;
        loss += !hasType && StatementRanker.SaysNothing(statement, terms, question, query) && statement.ByteLength + 8 < document.Blocks[statement.Block].Location.ByteLength ? TitleAlone : 0;
        return loss + (TableOfContents.Holds(statement, document) ? NotAnAnswer : 0);
    }

    private double Overlap(Statement statement, HashSet<string> terms, HashSet<string> context, HashSet<string> article, bool hasType)
    {
        var overlap = query.Coverage(terms, context, hasType);
        if (hasType && _typed && statement.Kind == StatementKind.Sentence && statement.Text.AsSpan().IndexOfAny(';', '；') >= 0)
        {
            overlap = (PartShare * BestPart(statement.Text, context)) + ((1 - PartShare) * overlap);
        }

        return article.Count == 0 || query.Coverage(article, [], hasType: false) <= 0 ? overlap : Math.Max(overlap, ArticleShare * query.Coverage([.. terms, .. article], context, hasType));
    }

    // In "…within 7 days; …; after the warranty period the rest is repaid" the seven days are not the warranty's.
    private double BestPart(string text, HashSet<string> context) =>
        text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => AnswerSpans.Matches(part, question))
            .Select(part => query.Coverage(Terms(part), context, hasType: true))
            .DefaultIfEmpty()
            .Max();

    // "During the warranty period, the seller repairs within 48 hours": how long the period is it does not say.
    private bool OnlyInCondition(string text)
    {
        var condition = Condition().Match(text);
        return condition.Success && !TextAnalyzer.Analyze(text).Any(term => term.Start >= condition.Length && query.Known.Contains(term.Term));
    }

    // A key that is asked for to the word beats one that is asked for in part.
    private double KeyBonus(Statement statement)
    {
        if (statement.Kind is not (StatementKind.KeyValue or StatementKind.TableRow))
        {
            return 0;
        }

        var key = TextAnalyzer.Analyze(statement.Text[statement.Key]);
        return key.Count == 0 ? 0 : KeyWeight * key.Count(term => query.Known.Contains(term.Term)) / key.Count;
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

    [GeneratedRegex(@"^\s*(?:(?:During|Within|Throughout|After|Before|In|Upon|At the end of) (?:the|this|that|any|such|its) [^,.;]{1,50},|(?:在|于)?[^，。；]{1,14}(?:期[内间]|期限内|期满后?|之?[前后]|以[前后]|时)，)")]
    private static partial Regex Condition();

    [GeneratedRegex(@"[?？]['""”’）)*\s]*$")]
    private static partial Regex QuestionEnd();
}
