using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact.Anchors;

/// <summary>Finds what a question is about by what of its words the documents hold together, and rarely.</summary>
internal static partial class AnchorFinder
{
    private const int MaxStatements = 12;
    private const int MaxWords = 24;
    private const int LongestPhrase = 4;
    private const int LongestRun = 16;
    private const int LongestIdeographs = 8;
    private const int ShortestIdeographs = 2;

    // What it is worth, in ideographs, to stand before 的, at the end, at the beginning, within a run.
    private static readonly double[] Standing = [3, 1.5, 1, 0];

    /// <summary>The anchor of a question, or of a part of it; <see langword="null"/> if nothing of it is rare.</summary>
    public static Anchor? Find(string text, ReadingScope scope, CancellationToken cancellationToken)
    {
        Anchor? best = null;
        foreach (var (phrase, isName) in Candidates(text).Concat(Ideographs(text)))
        {
            // Nothing is rarer.
            if (best is { Statements.Count: 1 })
            {
                break;
            }

            // A name goes before other words; longer ideographs come first, of words the rarer go before.
            if (best is not null && (!isName || QuestionLanguage.IsIdeograph(phrase[0])))
            {
                continue;
            }

            if (ExactSearch.Few(phrase, MaxStatements, scope, cancellationToken) is { Count: > 0 } statements && (best is null || statements.Count < best.Statements.Count))
            {
                best = new Anchor(phrase, statements);
            }
        }

        return best;
    }

    // Runs of words without function words, two at least unless one is a name or a code: names first, then from the end, where English puts what it is about.
    private static IEnumerable<(string Phrase, bool IsName)> Candidates(string text)
    {
        Match[] words = [.. Word().Matches(text).Take(MaxWords)];
        var found = new List<(string Phrase, bool IsName, int Start, int Words)>();
        for (var start = 0; start < words.Length; start++)
        {
            for (var end = start; end < words.Length && end < start + LongestPhrase && !IsFunction(words[end].Value); end++)
            {
                if (end > start && words[end].Index != words[end - 1].Index + words[end - 1].Length + 1)
                {
                    break;
                }

                var phrase = text[words[start].Index..(words[end].Index + words[end].Length)];
                var isName = phrase.Any(character => char.IsAsciiDigit(character) || character is '-' or '_') || Enumerable.Range(start, end - start + 1).Any(i => char.IsUpper(words[i].Value[0]));
                if (end > start || (isName && phrase.Length > 3))
                {
                    found.Add((phrase, isName, start, end - start + 1));
                }
            }
        }

        return found.OrderByDescending(candidate => candidate.IsName).ThenByDescending(candidate => candidate.Words).ThenByDescending(candidate => candidate.Start).Select(candidate => (candidate.Phrase, candidate.IsName));
    }

    // Ideographs have no blanks: what stands before 的 goes first, then what ends or begins a run; the longer before the shorter.
    private static IEnumerable<(string Phrase, bool IsName)> Ideographs(string text)
    {
        string[] runs = [.. Han().Matches(ChineseAsking().Replace(text, " ")).Select(match => match.Value).Where(run => run.Length <= LongestRun)];
        var found = new List<(string Phrase, int Tier)>();
        foreach (var run in runs)
        {
            for (var start = 0; start < run.Length; start++)
            {
                for (var end = start + ShortestIdeographs; end <= Math.Min(run.Length, start + LongestIdeographs); end++)
                {
                    var phrase = run[start..end];
                    if (phrase[0] != '的' && phrase[^1] != '的')
                    {
                        found.Add((phrase, end < run.Length && run[end] == '的' ? 0 : end == run.Length ? 1 : start == 0 ? 2 : 3));
                    }
                }
            }
        }

        return found.OrderByDescending(candidate => candidate.Phrase.Length + Standing[candidate.Tier]).Select(candidate => (candidate.Phrase, false)).Distinct();
    }

    private static bool IsFunction(string word) => StopWords.Contains(word.ToLowerInvariant()) || Asking().IsMatch(word);

    [GeneratedRegex(@"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9_\-]*(?:['’](?!s\b)[A-Za-z]+)?")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u4e00-\u9fff0-9A-Za-z_\-]*[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z_\-]+")]
    private static partial Regex Han();

    [GeneratedRegex("请问|请|告诉我|列出|给出|找出|所有|全部|什么|哪[一二两三几]?[个些位座串组条]?|多少|怎么|怎样|如何|谁|几[个号时]?|是|吗|呢|有|分别|各自?|打开|进入?|找|要|输入|拨|打给|属于|对应|用|以|在|住着?|着|了|把|被")]
    private static partial Regex ChineseAsking();

    [GeneratedRegex("^(?:tell|give|show|find|list|name|many|much|need|want|please|every|s|identify|state|report|retrieve|look|does|extract|return|in)$", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
