using Longleaf.Evaluation.Asking;

namespace Longleaf.Evaluation.Scoring;

/// <summary>Compares texts with known answers by their letters and digits alone: case, blanks and marks differ from set to set.</summary>
internal static class KnownAnswer
{
    /// <summary>Whether a text holds any of the answers.</summary>
    public static bool IsIn(string text, IReadOnlyList<string> answers)
    {
        var plain = Plain(text);
        return answers.Any(answer => plain.Contains(Plain(answer), StringComparison.Ordinal));
    }

    /// <summary>Whether what is in bold is an answer, or a part of one; <see langword="null"/> if nothing is in bold.</summary>
    public static bool? IsBold(GivenAnswer answer, IReadOnlyList<string> answers) =>
        answer.Bold is not [var bold, ..] ? null
        : IsIn(bold, answers) || (Plain(bold) is { Length: > 0 } plain && answers.Any(gold => Plain(gold).Contains(plain, StringComparison.Ordinal)));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
