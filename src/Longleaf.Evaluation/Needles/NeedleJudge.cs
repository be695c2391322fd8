using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Needles;

/// <summary>
/// Says whether a value is the answer, and not only somewhere in it: 1. it was told, not hedged; 2. all values are in the body (sources in
/// brackets aside), and none of another needle like it; 3. the body is short: <see cref="MaxWidth"/> and <see cref="WidthOfValue"/> for each
/// value past the first, ideographs counted double; 4. a single value stands in the first line, and in bold if anything there is.
/// </summary>
internal static class NeedleJudge
{
    /// <summary>The widest body with one value: a sentence of a novel's length is no answer.</summary>
    public const int MaxWidth = 240;

    /// <summary>What each further value may add: a sentence of its own.</summary>
    public const int WidthOfValue = 140;

    /// <summary>The verdict, and the share of the values that are anywhere in the answer.</summary>
    public static (NeedleVerdict Verdict, double Share) Judge(NeedleQuestion question, GivenAnswer answer)
    {
        var found = question.Expected.Count(value => Holds(answer.Body, value));
        var share = (double)found / question.Expected.Count;
        if (found < question.Expected.Count)
        {
            return (answer.Kind == AnswerKind.Told ? NeedleVerdict.Wrong : NeedleVerdict.Refused, share);
        }

        return (IsTheAnswer(question, answer) ? NeedleVerdict.Answered : NeedleVerdict.Buried, share);
    }

    /// <summary>Whether a text has a value, not as a part of a longer word or number.</summary>
    public static bool Holds(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!GoesOn(text, at, -1) && !GoesOn(text, at + value.Length - 1, 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTheAnswer(NeedleQuestion question, GivenAnswer answer) =>
        answer.Kind == AnswerKind.Told
        && !question.Foreign.Any(value => Holds(answer.Body, value))
        && TextTable.Width(answer.Body) <= MaxWidth + (WidthOfValue * (question.Expected.Count - 1))
        && (question.Expected.Count > 1 || IsFirst(question.Expected[0], answer));

    private static bool IsFirst(string value, GivenAnswer answer) =>
        Holds(answer.Headline, value) && (answer.Bold.Count == 0 || answer.Bold.Any(bold => Holds(bold, value)));

    // Over a hyphen too, as in a UUID. Ideographs have no word borders.
    private static bool GoesOn(string text, int at, int step)
    {
        var next = at + step >= 0 && at + step < text.Length && text[at + step] == '-' ? at + (2 * step) : at + step;
        return next >= 0 && next < text.Length && char.IsAsciiLetterOrDigit(text[next]) && char.IsAsciiLetterOrDigit(text[at]);
    }
}
