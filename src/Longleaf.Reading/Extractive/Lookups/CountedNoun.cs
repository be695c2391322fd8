using System.Buffers;
using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>What a question wants counted ("how many integer registers": registers), and whether a number in a text counts it.</summary>
internal static partial class CountedNoun
{
    // "from 64 to 528 general-purpose 64-bit r registers": words may stand between.
    private const int MaxDistance = 45;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.|，；：。(（");

    /// <summary>The term of the noun; <see langword="null"/> if the question counts nothing, or does not say what.</summary>
    public static string? Of(Question question)
    {
        if (question.Type != AnswerType.Count)
        {
            return null;
        }

        var match = Asked().Match(question.Text);
        if (match.Success)
        {
            return TextAnalyzer.Analyze(match.Groups["noun"].Value) is [.., var last] ? last.Term : null;
        }

        var chinese = ChineseAsked().Match(question.Text);
        return chinese.Success && TextAnalyzer.Analyze(chinese.Groups["noun"].Value) is [var first, ..] ? first.Term : null;
    }

    /// <summary>Whether the noun follows one of a text's numbers within its clause.</summary>
    public static bool Counts(string text, string noun, Question question)
    {
        var spans = AnswerSpans.Find(text, question);
        return spans.Count > 0 && TextAnalyzer.Analyze(text).Any(term => term.Term == noun && spans.Any(span => Follows(text, span, term)));
    }

    /// <summary>Whether a term follows a number within its clause.</summary>
    public static bool Follows(string text, AnswerSpan span, AnalyzedTerm term) =>
        term.Start >= span.End && term.Start - span.End <= MaxDistance && text.AsSpan(span.End, term.Start - span.End).IndexOfAny(ClauseEnds) < 0;

    [GeneratedRegex(@"\bhow many (?:of (?:the|its|his|her|their|these|those) )?(?<noun>[\p{L}\-' ]{2,60}?)(?= (?:does|do|did|are|is|was|were|have|has|had|can|could|will|would|should|must|may|there|in|of|on|per|at|for|to|that|who|which|from|with|by|make|take|live|work)\b|\W*$)|\b(?:number|count) of (?<noun>[\p{L}\-' ]{2,60}?)(?= (?:does|do|in|of|on|per|at|for|to|that|who|which|from|with|by|is|are)\b|\W*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?:多少|几)[个名位人次种家台件张辆所只条项座本户票场]?(?<noun>[\u4e00-\u9fff]{2,6})")]
    private static partial Regex ChineseAsked();
}
