using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A stretch of a question that may be what a cell says.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
internal readonly partial record struct Phrase(int Start, int Length)
{
    private const int MaxWords = 6;
    private const int MaxIdeographs = 12;

    /// <summary>The phrases of a question, by what a cell that says them may say: as they are, and in the other number.</summary>
    /// <param name="text">The question, of a few hundred characters at most.</param>
    public static Dictionary<string, List<Phrase>> All(string text)
    {
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.OrdinalIgnoreCase);
        var words = Word().Matches(text);
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first; last < Math.Min(words.Count, first + MaxWords); last++)
            {
                var phrase = new Phrase(words[first].Index, words[last].Index + words[last].Length - words[first].Index);
                var written = text.Substring(phrase.Start, phrase.Length);
                if (first == last && Empty().IsMatch(written))
                {
                    continue;
                }

                Add(phrases, written, phrase);
                foreach (var other in OtherNumber(written))
                {
                    Add(phrases, other, phrase);
                }
            }
        }

        for (var start = 0; start < text.Length; start++)
        {
            for (var length = 1; length <= MaxIdeographs && start + length <= text.Length && Continues(text[start + length - 1]); length++)
            {
                if (length > 1 || text[start] is '男' or '女')
                {
                    Add(phrases, text.Substring(start, length), new Phrase(start, length));
                }
            }
        }

        return phrases;
    }

    private static void Add(Dictionary<string, List<Phrase>> phrases, string written, Phrase phrase)
    {
        if (!phrases.TryGetValue(written, out var places))
        {
            phrases[written] = places = [];
        }

        if (!places.Contains(phrase))
        {
            places.Add(phrase);
        }
    }

    private static IEnumerable<string> OtherNumber(string written)
    {
        if (written.Length < 3 || !char.IsAsciiLetter(written[^1]))
        {
            yield break;
        }

        if (written.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
        {
            yield return written[..^3] + "y";
        }
        else if (written.EndsWith("es", StringComparison.OrdinalIgnoreCase))
        {
            yield return written[..^2];
            yield return written[..^1];
        }
        else if (written.EndsWith('s'))
        {
            yield return written[..^1];
        }
        else
        {
            yield return written + "s";
        }
    }

    private static bool Continues(char character) => QuestionLanguage.IsIdeograph(character) || char.IsAsciiLetterOrDigit(character) || character is '-' or '·' or '（' or '）' or '(' or ')';

    [GeneratedRegex(@"[\p{Lu}\p{Ll}\p{N}][\p{Lu}\p{Ll}\p{M}\p{N}'’&.+\-/_]*(?<![.'’])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Alone these are the question's own words, whatever cells say.
    [GeneratedRegex(@"^(?:a|an|the|in|on|at|of|for|by|to|is|are|was|were|do|does|did|has|have|had|and|or|not|no|all|any|each|per|how|many|much|what|which|who|when|where|why|list|show|count|total|sum|average|mean|max|min|most|least|top|than|more|less|with|from|there|their|they|it|its|me|we|us|our|my|your|be|been|will|would|can|could|number|value|values|row|rows|table|name|names|and|them)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Empty();
}
