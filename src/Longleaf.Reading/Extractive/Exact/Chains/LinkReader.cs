using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>Reads what a known name or value is tied to in a sentence that holds one other name and no other number, whatever its words.</summary>
internal static partial class LinkReader
{
    private const int LongestSentence = 120;

    /// <summary>The tie; <see langword="null"/> if the sentence holds none, more names than one, or nothing of what the question speaks of.</summary>
    /// <param name="statement">The sentence.</param>
    /// <param name="known">What is known, which stands in it.</param>
    /// <param name="kinds">Terms that are words for what the names are of, and no names.</param>
    public static Assignment? Read(Statement statement, string known, IReadOnlySet<string> kinds)
    {
        var text = statement.Text;
        if (text.Length > LongestSentence || Verbatim.Find(text, known) is not { } place || OtherNumber(text, place, known) || !TextAnalyzer.Analyze(text).Any(term => kinds.Contains(term.Term)))
        {
            return null;
        }

        var chinese = Chinese().Match(text.TrimEnd('。', '.', '！', ' '));
        if (chinese.Success)
        {
            return chinese.Groups["from"].Value == known ? new Assignment(chinese.Groups["to"].Value, known, statement) : null;
        }

        string[] names = [.. Names(text, place, kinds).Distinct(StringComparer.Ordinal)];
        return names is [var only] ? new Assignment(only, known, statement) : null;
    }

    private static bool OtherNumber(string text, Range place, string known) =>
        Number().Matches(text).Any(number => (number.Index >= place.End.Value || number.Index + number.Length <= place.Start.Value) && number.Value != known);

    // The word at the head of a sentence is a name only where there is no other.
    private static List<string> Names(string text, Range known, IReadOnlySet<string> kinds)
    {
        var (names, head) = (new List<string>(), "");
        foreach (Match word in Name().Matches(text))
        {
            if ((word.Index < known.End.Value && word.Index + word.Length > known.Start.Value) || StopWords.Contains(word.Value.ToLowerInvariant()) || TextAnalyzer.Analyze(word.Value).Any(term => kinds.Contains(term.Term)))
            {
                continue;
            }

            if (word.Index == 0)
            {
                head = word.Value;
            }
            else
            {
                names.Add(word.Value);
            }
        }

        return names.Count > 0 || head.Length == 0 ? names : [head];
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_\-])[0-9][0-9,.]*[0-9](?![A-Za-z0-9_])")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(?:\p{Lu}[\p{L}\p{N}_\-]*|[a-z]+[0-9_\-][A-Za-z0-9_\-]*[0-9_][A-Za-z0-9_\-]*)(?:'s\b)?(?<!'s)(?![\p{L}\p{N}_])")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<to>[\u4e00-\u9fff]{2,8}?)(?:的[\u4e00-\u9fff]{1,8}?)?(?:也|又)?(?:与|和|同|跟|沿用|等于|随|照搬|采用|继承|取|按照?|参照|是|为|属于?|定为|：)(?<from>[\u4e00-\u9fff]{2,8}?|[0-9A-Za-z_\-]+)(?:的[\u4e00-\u9fff]{1,8})?(?:相同|一样|一致|相等)?$")]
    private static partial Regex Chinese();
}
