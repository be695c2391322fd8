using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Exact.Words;

/// <summary>A question for the words that come most often. How often one does is counted with mentions (Aggregation).</summary>
/// <param name="Top">How many are asked for.</param>
/// <param name="Characters">Whether ideographs are counted, and not words.</param>
internal sealed partial record WordQuestion(int Top, bool Characters)
{
    private const int DefaultTop = 10;
    private const int MostTop = 100;

    /// <summary>The question as one that counts words; <see langword="null"/> if it is none.</summary>
    public static WordQuestion? Read(Question question)
    {
        foreach (var pattern in (Regex[])[Most(), MostBehind(), ChineseMost()])
        {
            var most = pattern.Match(question.Text);
            if (most.Success)
            {
                var single = most.Groups["one"].Success && most.Groups["one"].Value is "word" or "term";
                return new WordQuestion(Number(most.Groups["n"].Length > 0 ? most.Groups["n"].Value : Numeral().Match(most.Value).Value, single ? 1 : DefaultTop), most.Groups["one"].Value is "字" or "汉字");
            }
        }

        return null;
    }

    private static int Number(string text, int otherwise) =>
        (int)Math.Clamp(text.Length == 0 ? otherwise : NumberReader.Whole(text) ?? otherwise, 1, MostTop);

    [GeneratedRegex(@"\b(?:(?<n>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\s+)?(?:(?:most|top)[ -](?:common(?:ly)?|frequent(?:ly)?|often|popular|repeated|used|numerous)|commonest)\s+(?:[\w\-]+\s+){0,3}?(?<one>words?|terms?)\b|\btop[ -](?<n>[0-9]{1,3}|three|five|ten)\s+(?:most \w+ )?(?<one>words)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Most();

    [GeneratedRegex(@"\b(?:(?<n>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\s+)?(?:[\w\-]+ ){0,2}?(?<one>words?|terms?)\b.{0,40}?\b(?:(?:occurs?|occurred|occurring|appears?|appeared|appearing|(?:is|are|was|were) (?:used|repeated|found)|used|repeated|come up|show up)(?: the)? most\b|most (?:often|frequently)|(?:with|having) the (?:highest|greatest|largest) (?:frequency|frequencies|counts?|number of (?:occurrences|appearances)))", RegexOptions.IgnoreCase)]
    private static partial Regex MostBehind();

    [GeneratedRegex(@"(?:出现|使用|重复)?(?:的)?(?:次数|频率|频次)?最(?:多|高|频繁|常见|常用|常出现)(?:出现|使用)?的?(?:前)?(?<n>[0-9]{1,3}|[一二两三四五六七八九]|十[一二三四五]?|二十)?(?:个|种)?(?:编码|加密|代码)?(?<one>单词|词语|词汇|词|汉字|字)(?![典母幕数])|哪(?<n>[0-9]{1,3}|[一二两三四五六七八九十])?(?:个|些)?(?<one>单词|词语|词|汉字|字).{0,6}?(?:出现|使用|用)得?(?:的次数)?最(?:频繁|多)|(?:频率|次数)最高的?(?:前)?(?<n>[0-9]{1,3}|[一二两三四五六七八九十])(?:个)?(?<one>词|单词|字)")]
    private static partial Regex ChineseMost();

    [GeneratedRegex(@"\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numeral();
}
