using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Finds key and value in sentences that state one figure: "The notice period is 30 days.", "质保期为 24 个月，…".</summary>
internal static partial class SentenceAttribute
{
    private const int Longest = 240;

    /// <summary>Finds them; <see langword="null"/> if the sentence states nothing of the kind.</summary>
    public static (string Key, Range Value)? Find(string sentence)
    {
        if (sentence.Length > Longest)
        {
            return null;
        }

        var match = English().Match(sentence);
        match = match.Success ? match : Chinese().Match(sentence);
        return match.Success ? (match.Groups["key"].Value.Trim(), match.Groups["value"].Index..(match.Groups["value"].Index + match.Groups["value"].Length)) : null;
    }

    [GeneratedRegex(@"^(?:The|Its|Our|Total|Each)\s+(?<key>[A-Za-z][\w '’\-/()]{2,50}?)\s+(?:is|are|was|were|amounts? to|equals?|remains?|lasts?|weighs?|measures?|costs?)\s+(?:now |up to |about |limited to |set at |set to )?(?<value>[^.;]{0,40}?[0-9][^;]{0,60}?)[.;]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"(?:^|[，。；、的])(?<key>(?![当原此这那又却只便正乃如若今]|其中)[\u4e00-\u9fff]{2,8}?)(?:为|是|共计|达到?|不超过|不少于)\s?(?<value>[^，。；]{0,16}?(?:[0-9]|[一二三四五六七八九十百千万]{1,4}(?=年|个月|天|日内|元|个工作日))[^，。；]{0,30})")]
    private static partial Regex Chinese();
}
