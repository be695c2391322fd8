using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact.States;

/// <summary>Whether a question asks for what holds at the end: "now", "current", "latest", 目前.</summary>
internal static partial class StateQuestion
{
    /// <summary>The question without the words that say so; <see langword="null"/> if it asks for no state.</summary>
    public static Question? Read(Question question)
    {
        if (!Now().IsMatch(question.Text))
        {
            return null;
        }

        return question with { Text = Blanks().Replace(Now().Replace(question.Text, question.Language == AnswerLanguage.Chinese ? "" : " "), " ").Trim() };
    }

    [GeneratedRegex(@"\b(?:(?:right )?now|currently|current|at present|at the moment|presently|today|latest|newest|most recent(?:ly)?|last known|up[- ]to[- ]date|in the end|at the end|finally|final|by the end|as of now|these days|nowadays|still)\b|现在|目前|当前|现时|如今|眼下|最新|最近|最终|最后|现任", RegexOptions.IgnoreCase)]
    private static partial Regex Now();

    [GeneratedRegex(@"\s+(?=[?？.,]|$)|\s{2,}")]
    private static partial Regex Blanks();
}
