using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>The names that come up most in a long text: what a story is about, as far as counting tells.</summary>
internal static partial class FrequentNames
{
    private const int Shown = 8;
    private const int MinUses = 5;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "Mrs", "Miss", "Mister", "Master", "Madam", "Sir", "Lord", "Lady", "Captain", "Doctor", "Professor", "Saint", "Aunt", "Uncle" };

    /// <summary>The names, the most frequent first; none where few come up (or the script has no capitals).</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Statement> sentences)
    {
        var (uses, plain) = (new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var sentence in sentences)
        {
            foreach (var word in Word().EnumerateMatches(sentence.Text))
            {
                var text = sentence.Text.Substring(word.Index, word.Length);
                if (!char.IsUpper(text[0]))
                {
                    plain.Add(text);
                }
                else if (word.Index > 1 && sentence.Text[word.Index - 1] == ' ' && char.IsLetter(sentence.Text[word.Index - 2]))
                {
                    uses[text] = uses.GetValueOrDefault(text) + 1;
                }
            }
        }

        // A word that also stands without its capital is a title or a beginning, not a name.
        return [.. uses.Where(pair => pair.Value >= MinUses && !Titles.Contains(pair.Key) && !plain.Contains(pair.Key.ToLowerInvariant())).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => pair.Key)];
    }

    [GeneratedRegex(@"\b\p{L}\p{Ll}{2,}\b")]
    private static partial Regex Word();
}
