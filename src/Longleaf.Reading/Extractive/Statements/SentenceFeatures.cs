using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>
/// What a sentence of a passage shows beside its overlap with the question, mostly how it stands among the others there: what the whole
/// passage is about does not tell its sentences apart. Each between 0 and 1; <see cref="RankingWeights"/> has what each adds to the score.
/// </summary>
internal sealed partial class SentenceFeatures
{
    /// <summary>Their names, in the order of <see cref="Of"/>.</summary>
    public static readonly IReadOnlyList<string> Names = ["passage", "own", "before", "told", "short", "characters", "focus", "parts", "partsBefore"];

    private const int ShortTerms = 4;

    // What is said before counts less than what is said.
    private const double BeforeShare = 0.7;

    private readonly Query _query;
    private readonly char[] _ideographs;
    private readonly string[] _focus;
    private readonly string[][] _parts;

    private IReadOnlyList<Statement> _statements = [];
    private HashSet<string>[] _terms = [];
    private double[] _telling = [];
    private double[] _tellingIdeographs = [];
    private HashSet<string> _before = [];
    private int _beforeUntil;

    /// <summary>Prepares for a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="query">Its terms.</param>
    public SentenceFeatures(Question question, Query query)
    {
        _query = query;
        _ideographs = [.. question.Search.Where(QuestionLanguage.IsIdeograph).Distinct()];
        _focus = Terms(Focus().Match(question.Text).Groups["focus"].Value);
        _parts = [.. Part().Matches(question.Search).Select(part => Terms(part.Value)).Where(part => part.Length > 0)];
    }

    /// <summary>Looks at a passage.</summary>
    /// <param name="statements">The passage's statements, in order.</param>
    /// <param name="terms">The terms of each.</param>
    public void Enter(IReadOnlyList<Statement> statements, HashSet<string>[] terms)
    {
        (_statements, _terms, _before, _beforeUntil) = (statements, terms, [], 0);
        _telling = [.. _query.Terms.Select(term => terms.Count(set => Holds(set, term)) is var holders and > 0 ? term.Weight / holders : 0)];
        _tellingIdeographs = [.. _ideographs.Select(unit => statements.Count(statement => statement.Text.Contains(unit, StringComparison.Ordinal)) is var holders and > 0 ? 1.0 / holders : 0)];
    }

    /// <summary>The features of a sentence of the passage; sentences are asked about in their order.</summary>
    /// <param name="index">Which of the passage's statements.</param>
    /// <param name="overlap">The share of the question that it covers together with what stands above it.</param>
    /// <param name="hasType">Whether it holds a value of the kind asked for.</param>
    /// <param name="passageScore">The passage's score, 1 for the best.</param>
    public double[] Of(int index, double overlap, bool hasType, double passageScore)
    {
        var terms = _terms[index];
        var before = Before(index);
        var own = _query.Coverage(terms, [], hasType: false);
        return
        [
            Math.Min(1, passageScore),
            own,
            Math.Max(0, _query.Coverage(terms, before, hasType) - overlap),
            Told(terms),
            terms.Count < ShortTerms ? 1 - own : 0,
            Ideographs(_statements[index].Text),
            _focus.Length == 0 ? 0 : (double)_focus.Count(terms.Contains) / _focus.Length,
            Parts(terms, []),
            Parts(terms, before),
        ];
    }

    // The share of the question's terms, each by how few of the passage's statements hold it.
    private double Told(HashSet<string> terms)
    {
        var (told, all) = (0.0, 0.0);
        for (var i = 0; i < _telling.Length; i++)
        {
            all += _telling[i];
            told += _telling[i] > 0 && Holds(terms, _query.Terms[i]) ? _telling[i] : 0;
        }

        return all > 0 ? told / all : 0;
    }

    // Pairs of ideographs miss what a question words otherwise (颜色, 体色): the same of single ones.
    private double Ideographs(string text)
    {
        var (told, all) = (0.0, 0.0);
        for (var i = 0; i < _ideographs.Length; i++)
        {
            all += _tellingIdeographs[i];
            told += _tellingIdeographs[i] > 0 && text.Contains(_ideographs[i], StringComparison.Ordinal) ? _tellingIdeographs[i] : 0;
        }

        return all > 0 ? told / all : 0;
    }

    // The mean over the question's parts: a name of eight ideographs makes seven terms, and the colour asked for one.
    private double Parts(HashSet<string> terms, HashSet<string> before)
    {
        var told = 0.0;
        foreach (var part in _parts)
        {
            var share = 0.0;
            foreach (var term in part)
            {
                share += terms.Contains(term) ? 1 : before.Contains(term) ? BeforeShare : 0;
            }

            told += share / part.Length;
        }

        return _parts.Length == 0 ? 0 : told / _parts.Length;
    }

    // Whom a sentence is about, those before it in its paragraph have said.
    private HashSet<string> Before(int index)
    {
        for (; _beforeUntil < index; _beforeUntil++)
        {
            if (_beforeUntil > 0 && _statements[_beforeUntil].Block != _statements[_beforeUntil - 1].Block)
            {
                _before.Clear();
            }

            _before.UnionWith(_terms[_beforeUntil]);
        }

        if (index > 0 && _statements[index].Block != _statements[index - 1].Block)
        {
            _before.Clear();
        }

        return _before;
    }

    private static string[] Terms(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term).Distinct(StringComparer.Ordinal)];

    private static bool Holds(HashSet<string> terms, QuestionTerm term)
    {
        if (terms.Contains(term.Term))
        {
            return true;
        }

        foreach (var alternative in term.Alternatives)
        {
            if (Array.TrueForAll(alternative, terms.Contains))
            {
                return true;
            }
        }

        return false;
    }

    // A name of several words, or a run of ideographs, is one thing that is asked about, however many terms it has.
    [GeneratedRegex(@"\p{Lu}[\p{L}\p{N}'’\-]*(?: \p{Lu}[\p{L}\p{N}'’\-]*)*|\S+")]
    private static partial Regex Part();

    // The words that the question word asks for: "which album", 什么用途, 面积是多少.
    [GeneratedRegex(
        @"\b(?:what|which|how many|how much|whose)\s+(?:(?:kind|type|sort)s? of\s+)?(?<focus>(?!is|are|was|were|do|does|did|has|have|had|can|will|would|should)\w+(?:\s\w+)?)"
        + @"|(?:什么|哪一?[个种些位类座年]?|多少|几)(?<focus>[\u4e00-\u9fff]{1,4})|(?<focus>[\u4e00-\u9fff]{2,4}?)(?:是什么|有哪些|是多少|有多|是怎|如何|怎么|怎样|为何|是哪)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Focus();
}
