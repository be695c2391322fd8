using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Whether a question leans on the turns before it, and on what of them.</summary>
internal static partial class FollowUp
{
    /// <summary>Whether a question says too little by itself.</summary>
    public static bool Leans(string question, string search) =>
        Opening().IsMatch(question) || Pronoun().IsMatch(question) || ChinesePronoun().IsMatch(question) || (search.Length <= 4 && search.Length < question.Length);

    /// <summary>Whether a question only swaps a part of the one before ("and the 900?", "那保修期呢？"), so that it asks for the same kind of thing.</summary>
    public static bool Swaps(string question) => Swap().IsMatch(question);

    /// <summary>The turn before the last that asked something, or empty.</summary>
    public static string PreviousQuestion(IReadOnlyList<Turn> turns) =>
        turns.Take(Math.Max(0, turns.Count - 1)).LastOrDefault(turn => turn.Author == TurnAuthor.User)?.Text ?? "";

    /// <summary>The documents an earlier answer named last, by their file names; empty when none or nearly all of many were.</summary>
    public static IReadOnlyList<int> DocumentsNamed(IReadOnlyList<Turn> turns, IReadOnlyList<ReadableDocument> documents)
    {
        var answer = turns.LastOrDefault(turn => turn.Author == TurnAuthor.Assistant)?.Text;
        if (answer is null || documents.Count < 2)
        {
            return [];
        }

        var named = Enumerable.Range(0, documents.Count).Where(i => answer.Contains(documents[i].Name, StringComparison.Ordinal)).ToArray();
        return named.Length == documents.Count ? [] : named;
    }

    [GeneratedRegex(@"^\W*(?:and|but|so|then|also|what about|how about|what else|anything else)\b|^(?:那么?|还有|另外|而且|以及)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:it|its|he|she|him|his|her|hers|they|them|their|theirs|this|these|those|that one|the same|there|one)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex("[它他她]|其中|其(?!他|它|余|实)|该|这个|那个|这些|那些|此|上述|呢[？?]?$")]
    private static partial Regex ChinesePronoun();

    [GeneratedRegex(@"^\W*(?:and|but|what about|how about)\b(?!.*\b(?:who|what|when|where|why|how|which|is|are|does|do|did|can)\b.*\?)(?:.{1,60})$|^\W*(?:what|how) about\b|^那?么?.{1,20}呢[？?]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Swap();
}
