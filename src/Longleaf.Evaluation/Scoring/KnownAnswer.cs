using System.Text;
using Longleaf.Evaluation.Asking;

namespace Longleaf.Evaluation.Scoring;

/// <summary>
/// Compares texts with known answers by their letters and digits alone: case, blanks and marks differ from set to set. A number is not a part
/// of a longer one: 2 is not in 12, 1.2 or 2,000.
/// </summary>
internal static class KnownAnswer
{
    /// <summary>Whether a text holds any of the answers; an answer without letters and digits is nowhere.</summary>
    public static bool IsIn(string text, IReadOnlyList<string> answers)
    {
        var (plain, places) = Plain(text);
        return answers.Any(answer => Plain(answer).Text is { Length: > 0 } wanted && Holds(text, plain, places, wanted));
    }

    /// <summary>Whether what is in bold is an answer, or a part of one; <see langword="null"/> if nothing is in bold.</summary>
    public static bool? IsBold(GivenAnswer answer, IReadOnlyList<string> answers) =>
        answer.Bold is not [var bold, ..] ? null : IsIn(bold, answers) || answers.Any(gold => IsIn(gold, [bold]));

    private static bool Holds(string text, string plain, List<int> places, string wanted)
    {
        for (var at = plain.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!IsWithinNumber(text, places, at - 1) && !IsWithinNumber(text, places, at + wanted.Length - 1))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a number goes on from one kept character to the next: at once, or over a separator of its digits.
    private static bool IsWithinNumber(string text, List<int> places, int first)
    {
        if (first < 0 || first + 1 >= places.Count || !char.IsDigit(text[places[first]]) || !char.IsDigit(text[places[first + 1]]))
        {
            return false;
        }

        var between = text.AsSpan(places[first] + 1, places[first + 1] - places[first] - 1);
        return between is "" or "," or ".";
    }

    // Letters and digits, and where each stands in the text.
    private static (string Text, List<int> Places) Plain(string text)
    {
        var (plain, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                plain.Append(char.ToLowerInvariant(text[i]));
                places.Add(i);
            }
        }

        return (plain.ToString(), places);
    }
}
