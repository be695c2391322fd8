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

    /// <summary>The anchor of a question, or of a part of it; <see langword="null"/> if nothing of it is rare.</summary>
    public static Anchor? Find(string text, ReadingScope scope, CancellationToken cancellationToken)
    {
        Anchor? best = null;
        foreach (var (phrase, isName) in Candidates(text).Concat(Ideographs(text)))
        {
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
                var isName = phrase.Any(char.IsAsciiDigit) || (start > 0 && Enumerable.Range(start, end - start + 1).Any(i => char.IsUpper(words[i].Value[0])));
                if (end > start || (isName && phrase.Length > 3))
                {
                    found.Add((phrase, isName, start, end - start + 1));
                }
            }
        }

        return found.OrderByDescending(candidate => candidate.IsName).ThenByDescending(candidate => candidate.Words).ThenByDescending(candidate => candidate.Start).Select(candidate => (candidate.Phrase, candidate.IsName));
    }

    private static IEnumerable<(string Phrase, bool IsName)> Ideographs(string text)
    {
        string[] runs = [.. Han().Matches(QuestionWords.Strip(text)).Select(match => match.Value).Where(run => run.Length <= LongestRun)];
        for (var length = LongestIdeographs; length >= ShortestIdeographs; length--)
        {
            foreach (var run in runs)
            {
                for (var start = 0; start + length <= run.Length; start++)
                {
                    yield return (run.Substring(start, length), false);
                }
            }
        }
    }

    private static bool IsFunction(string word) => StopWords.Contains(word.ToLowerInvariant()) || Asking().IsMatch(word);

    [GeneratedRegex(@"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9_\-]*(?:['’](?!s\b)[A-Za-z]+)?")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,}")]
    private static partial Regex Han();

    [GeneratedRegex("^(?:tell|give|show|find|list|name|many|much|need|want|please|every|s)$", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
