using System.Text.RegularExpressions;

namespace Longleaf.Bench.Fidelity;

/// <summary>How near a text is to another: F1 in percent over words, and over runs of three words, which sees their order.</summary>
internal static partial class TextScore
{
    public static (double Words, double Triples) Of(string text, string truth)
    {
        var (one, other) = (Words(text), Words(truth));
        return (F1(one, other), F1(Triples(one), Triples(other)));
    }

    private static List<string> Words(string text) =>
        [.. Word().Matches(Noise().Replace(text, " ")).Select(match => match.Value.ToUpperInvariant())];

    private static List<string> Triples(List<string> words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(index => string.Join(' ', words.GetRange(index, 3)))];

    private static double F1(List<string> one, List<string> other)
    {
        if (one.Count + other.Count == 0)
        {
            return 100;
        }

        var counts = other.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var shared = 0;
        foreach (var word in one)
        {
            if (counts.TryGetValue(word, out var left) && left > 0)
            {
                counts[word] = left - 1;
                shared++;
            }
        }

        return 200.0 * shared / (one.Count + other.Count);
    }

    // Each ideograph is a word.
    [GeneratedRegex(@"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[\p{L}\p{N}\p{M}-[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]]+")]
    private static partial Regex Word();

    // Comments, link targets and entities of Markdown.
    [GeneratedRegex(@"<!--.*?-->|\]\([^)]*\)|&\w+;", RegexOptions.Singleline)]
    private static partial Regex Noise();
}
