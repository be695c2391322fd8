using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact.Anchors;

/// <summary>
/// Answers with what is said of the very thing asked about, in whatever words, where search by words would take something that is only
/// called nearly so; of several things, and of several statements where several are asked for, with each.
/// </summary>
internal sealed partial class AnchorAnswer(Question question, ReadingScope scope)
{
    private const int MaxParts = 12;

    // A sentence this long says more than was asked.
    private const int LongestStatement = 120;
    private const double AnswersAnother = 0.3;

    private readonly Query _query = Query.Of(question, scope.Search);

    /// <summary>Whether a question asks for several of what something has.</summary>
    public static bool AsksForSeveral(Question question) => Several().IsMatch(question.Text);

    /// <summary>The answer; <see langword="null"/> where look-up by words does as well, or nothing is sure.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken) =>
        question.Type is AnswerType.Reason or AnswerType.YesNo or AnswerType.Definition || question.Text.Length > 400 ? null : new AnchorAnswer(question, scope).Find(cancellationToken);

    private List<AnswerLine>? Find(CancellationToken cancellationToken)
    {
        var core = QuestionFrames.Core(question.Text);
        var parts = ValueQuestionReader.Parts(core);
        if (parts.Count > 1 && Joined().IsMatch(core))
        {
            return parts.Count <= MaxParts ? Each(parts, cancellationToken) : null;
        }

        if (AnchorFinder.Find(core, scope, cancellationToken) is not { } anchor)
        {
            return null;
        }

        RankedStatement[] told = [.. Rank(anchor).Where(ranked => Says(ranked, [anchor]))];
        if (told.Length > 1 && Several().IsMatch(question.Text) && AreOfOneKind(told, anchor))
        {
            return Lines([.. told.OrderBy(ranked => ranked.Statement.Document).ThenBy(ranked => ranked.Statement.ByteStart).Select(ranked => ("", ranked))]);
        }

        return told is [var only] && anchor.Statements.Count == 1 && Value(only) is { } value && Codes.IsBare(only.Statement.Text, value) && !LookupSuffices(anchor, cancellationToken)
            ? [Write(New(), only).Sources().ToLine()]
            : null;
    }

    private List<AnswerLine>? Each(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var anchors = new List<Anchor>();
        foreach (var part in parts)
        {
            if (AnchorFinder.Find(part, scope, cancellationToken) is not { } anchor || anchors.Any(other => other.Phrase == anchor.Phrase))
            {
                return null;
            }

            anchors.Add(anchor);
        }

        var found = anchors.Select(anchor => (Lead: anchor.Phrase, Ranked: Rank(anchor).FirstOrDefault(ranked => Says(ranked, anchors)))).ToArray();
        var apart = found.Select(pair => (pair.Ranked?.Statement.Document, pair.Ranked?.Statement.ByteStart)).Distinct().Count() == found.Length;
        return found.Any(pair => pair.Ranked is null) || !apart ? null : Lines([.. found.Select(pair => (pair.Lead, pair.Ranked!))]);
    }

    // All of them say one and the same of what was asked, besides the name.
    private bool AreOfOneKind(RankedStatement[] told, Anchor anchor)
    {
        var named = TextAnalyzer.Analyze(anchor.Phrase).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        return _query.Terms.Any(term => !named.Contains(term.Term) && told.All(ranked => ranked.Terms.Contains(term.Term)));
    }

    private List<AnswerLine> Lines(IReadOnlyList<(string Lead, RankedStatement Ranked)> found)
    {
        var lines = new List<AnswerLine>();
        foreach (var (lead, ranked) in found)
        {
            var line = New().Frame(lines.Count > 0 ? "\n- " : "- ");
            if (lead.Length > 0 && Value(ranked) is { } value)
            {
                line.Frame(QuotedText.Inert(lead)).Frame(line.Phrases.Colon).Frame("**").Frame(QuotedText.Inert(ranked.Statement.Text[value])).Frame("**").Cite(ranked.Statement, 0, ranked.Statement.Text.Length);
                lines.Add(line.Sources().ToLine());
                continue;
            }

            lines.Add(Write(line, ranked).Sources().ToLine());
        }

        return lines;
    }

    private RankedStatement[] Rank(Anchor anchor)
    {
        var scorer = new StatementScorer(question, _query);
        return
        [
            .. anchor.Statements.Where(statement => statement.Kind != StatementKind.Heading && statement.Text.Length <= LongestStatement)
                .SelectMany(statement => scorer.Score(scope.All[statement.Document], [statement], 1))
                .OrderByDescending(ranked => ranked.Score),
        ];
    }

    // It holds a value of the kind asked for, or says more of what was asked than the names; or it is all there is, and gives one number.
    private bool Says(RankedStatement ranked, List<Anchor> anchors)
    {
        if (AsksForCode().IsMatch(question.Text) || question.Type is AnswerType.Identifier or AnswerType.Count or AnswerType.Measure or AnswerType.Phone)
        {
            return Value(ranked) is not null;
        }

        var named = anchors.SelectMany(anchor => TextAnalyzer.Analyze(anchor.Phrase)).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var (covered, all) = (0.0, 0.0);
        foreach (var term in _query.Terms.Where(term => !named.Contains(term.Term)))
        {
            all += term.Weight;
            covered += ranked.Terms.Contains(term.Term) || term.Alternatives.Any(set => set.All(ranked.Terms.Contains)) ? term.Weight : 0;
        }

        return (covered >= AnswersAnother * all && all > 0) || (anchors.All(anchor => anchor.Statements.Count == 1) && (anchors.Count > 1 || Value(ranked) is not null));
    }

    private Range? Value(RankedStatement ranked) => Codes.Find(ranked.Statement.Text, 0..0, question.Text) is [var only] ? only : null;

    // Look-up by words found it, or found something as sure that names it.
    private bool LookupSuffices(Anchor anchor, CancellationToken cancellationToken)
    {
        var ranked = StatementRanker.Rank(question, _query, scope, cancellationToken);
        return ranked.Count > 0 && NotFound.Answers(ranked[0], _query) && NotFound.Outright(ranked, question, _query, scope.All) && Verbatim.Holds(ranked[0].Statement.Text, anchor.Phrase);
    }

    private LineBuilder Write(LineBuilder line, RankedStatement ranked)
    {
        if (Value(ranked) is { } value)
        {
            return line.Quote(ranked.Statement, .., value).Stop();
        }

        return AnswerShape.WriteWhole(line, ranked.Statement).Stop();
    }

    private LineBuilder New() => new(scope.All, question.Language);

    [GeneratedRegex(@"\b(?:and|or)\b|[&、和与及]", RegexOptions.IgnoreCase)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b(?:codes?|numbers?|ids?|pins?|passcodes?|extensions?|digits?|keys?|uuids?|dial|combinations?|hooks?)\b|编号|号码|几号|分机|数字|代码", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForCode();

    [GeneratedRegex(@"\b(?:all|every|each|list)\b|\b(?:what|which|where) (?:are|were|do)\b|\b(?:what|which) (?:\w+ )?\w+[^s\W]s (?:did|do|does|has|have|are|were|belong|was|is)\b|\bon which \w+s\b|哪些|所有|全部|都|哪几", RegexOptions.IgnoreCase)]
    private static partial Regex Several();
}
