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

    // Who somebody is, a story says once and far from where the name comes thick.
    private const int DefinitionPassages = 80;
    private const double DefinitionWeight = 0.8;
    private const double PassageWeight = 1.5;
    private const double TypeWeight = 0.35;
    private const double KeyWeight = 0.3;
    private const double AnsweredQuestionWeight = 0.6;
    private const double NotAnAnswer = 0.8;
    private const double TitleAlone = 0.5;

    // Whether there is an answer is asked of the passage, where a sentence's words may be spread.
    private const double CoverageContextShare = 0.9;

    // A passage without a date does not say when, whatever else it says.
    private const double WithoutType = 0.7;

    /// <summary>The statements of the best passages, best first; headings are left out.</summary>
    public static IReadOnlyList<RankedStatement> Rank(Question question, Query query, ReadingScope scope, CancellationToken cancellationToken)
    {
        var ranked = new List<RankedStatement>();
        var seen = new HashSet<(int Document, long Start)>();
        var definition = DefinitionPattern.Of(question);
        foreach (var hit in PassageRanker.Rank(question, query, scope, definition is null ? Passages : DefinitionPassages, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = scope.All[hit.Document];
            var passage = document.Segment.GetPassage(hit.Number);
            ReadPassage(ranked, seen, question, query, document, StatementReader.Read(document, hit.Document, passage.ByteStart, passage.ByteLength), hit.Score, definition);
        }

        return [.. ranked.OrderByDescending(statement => statement.Score).ThenBy(statement => statement.Statement.Document).ThenBy(statement => statement.Statement.ByteStart)];
    }

    private static void ReadPassage(
        List<RankedStatement> ranked, HashSet<(int Document, long Start)> seen, Question question, Query query, ReadableDocument document, List<Statement> statements, double passageScore, Regex? definition)
    {
        var terms = statements.Select(statement => Terms(statement)).ToArray();
        var whole = terms.SelectMany(set => set).ToHashSet(StringComparer.Ordinal);
        var wholeHasType = statements.Any(statement => AnswerSpans.MayAnswer(statement.Text, question));
        var typed = AnswerSpans.Has(question.Type);
        var (contextOf, context) = (-1, new HashSet<string>(StringComparer.Ordinal));
        var asked = 0.0;
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (contextOf != statement.Block)
            {
                (contextOf, context) = (statement.Block, PassageRanker.Context(document, document.Blocks[statement.Block].Location));
            }

            if (i > 0 && statements[i - 1].Kind == StatementKind.Heading && statements[i - 1].Block == statement.Block)
            {
                // The title of an article within the block stands above what follows there.
                context.UnionWith(terms[i - 1]);
            }

            var isQuestion = QuestionEnd().IsMatch(statement.Text);
            if ((statement.Kind != StatementKind.Heading || (typed && AnswerSpans.Matches(statement.Text, question))) && seen.Add((statement.Document, statement.ByteStart)))
            {

                // Any cell may look like a name; which one is asked for, the header says.
                var hasType = (statement.Kind != StatementKind.TableRow || question.Type is not (AnswerType.Person or AnswerType.Place)) && AnswerSpans.Matches(statement.Text, question);
                var defines = definition is not null && statement.Kind == StatementKind.Sentence && definition.IsMatch(statement.Text);
                hasType = definition is null || statement.Kind != StatementKind.Sentence ? hasType : defines;
                var overlap = query.Coverage(terms[i], context, hasType);
                var score = overlap + (PassageWeight * passageScore) + (hasType ? TypeWeight : 0) + KeyBonus(statement, query) + (AnsweredQuestionWeight * asked)
                    - (statement.Kind == StatementKind.Heading ? TitleAlone / 2 : 0)
                    - (TitleLine.Holds(statement, document) && document.Blocks[statement.Block + 1].Kind != Documents.BlockKind.ListItem ? TitleAlone : 0)
                    + (defines ? DefinitionWeight : 0)
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

    private static HashSet<string> Terms(Statement statement)
    {
        var terms = TextAnalyzer.Analyze(statement.Text).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
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

    [GeneratedRegex(@"[?？]['""”’）)*\s]*$")]
    private static partial Regex QuestionEnd();
}
