using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Summaries.Stories;

/// <summary>The names that come up most in a long text: who a story is about and where it plays, as far as counting tells.</summary>
/// <param name="People">Names of people and of all else that is named, the most frequent first; none where few come up.</param>
/// <param name="Places">Names of places.</param>
internal sealed partial record StoryNames(IReadOnlyList<string> People, IReadOnlyList<string> Places)
{
    private const int Shown = 8;
    private const int ShownPlaces = 4;
    private const int MinUses = 5;

    // Things happen in, at and near a place; to and from a person as well.
    private const double PlaceShare = 0.22;

    // A name of three ideographs stands for its last two where those seldom stand without the first.
    private const double WholeNameShare = 0.6;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "Mrs", "Miss", "Mister", "Master", "Madam", "Sir", "Lord", "Lady", "Captain", "Doctor", "Professor", "Saint", "Aunt", "Uncle", "Major", "Colonel", "General", "Prince", "Princess", "Duke", "Duchess", "King", "Queen", "Majesty", "President", "Church", "God", "Heaven", "Lor", "Christmas", "Sunday", "Monday", "Tuesday", "Wednesday",
        "Thursday", "Friday", "Saturday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "American", "Indian", "Indians", "English", "French", "German", "Italian", "Chapter",
    };

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => People.Concat(Places);

    /// <summary>Counts them.</summary>
    public static StoryNames Of(IReadOnlyList<Statement> sentences, bool isChinese) => isChinese ? Chinese(sentences) : Capitalized(sentences);

    private static StoryNames Capitalized(IReadOnlyList<Statement> sentences)
    {
        var (uses, plain) = (new Dictionary<string, (int All, int Within)>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
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
                    var (all, within) = uses.GetValueOrDefault(text);
                    uses[text] = (all + 1, within + (Within().IsMatch(sentence.Text.AsSpan(Math.Max(0, word.Index - 8), word.Index - Math.Max(0, word.Index - 8))) ? 1 : 0));
                }
            }
        }

        // A word that also stands without its capital is a title or a beginning, not a name.
        var names = uses.Where(pair => pair.Value.All >= MinUses && !Titles.Contains(pair.Key) && !plain.Contains(pair.Key.ToLowerInvariant())).OrderByDescending(pair => pair.Value.All).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return new StoryNames(
            [.. names.Where(pair => pair.Value.Within < PlaceShare * pair.Value.All).Take(Shown).Select(pair => pair.Key)],
            [.. names.Where(pair => pair.Value.Within >= PlaceShare * pair.Value.All).Take(ShownPlaces).Select(pair => pair.Key)]);
    }

    // Chinese has no capitals, but stories tell who speaks: 宝玉笑道：“…”.
    private static StoryNames Chinese(IReadOnlyList<Statement> sentences)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (Match match in Says().Matches(sentence.Text))
            {
                var name = match.Groups["name"].Value;
                foreach (var form in name.Length == 3 ? (string[])[name, name[1..]] : [name])
                {
                    uses[form] = uses.GetValueOrDefault(form) + 1;
                }
            }
        }

        var names = uses.Where(pair => pair.Value >= 3 && !NoName().IsMatch(pair.Key) && (pair.Key.Length == 3
            ? pair.Value >= WholeNameShare * uses[pair.Key[1..]]
            : !uses.Any(other => other.Key.Length == 3 && other.Key.EndsWith(pair.Key, StringComparison.Ordinal) && other.Value >= WholeNameShare * pair.Value)));
        return new StoryNames([.. names.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => pair.Key)], []);
    }

    [GeneratedRegex(@"\b\p{L}\p{Ll}{2,}\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:in|at|near|into|through)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])(?<name>[\u4e00-\u9fff]{2,3}?)(?:[笑说问答叫喝忙哭叹又便]{0,2})[道曰][:：，,]")]
    private static partial Regex Says();

    [GeneratedRegex("[又便忙只听说道笑问答叫喝人我你他她众之的是不了也都那这分付吩咐]")]
    private static partial Regex NoName();
}
