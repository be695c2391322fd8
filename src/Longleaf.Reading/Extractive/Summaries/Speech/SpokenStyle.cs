using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>What tells speech from writing, and speech that reads well from speech that does not.</summary>
internal static partial class SpokenStyle
{
    // Marks a thousand words or ideographs: meetings have 30 and more, novels and reports below 5.
    private const double SpokenShare = 0.006;
    private const double Filling = 2;

    // Words that carry what others say make a sentence that stands by itself; words that fill pauses make none.
    private static readonly FrozenSet<string> Carrying = FrozenSet.ToFrozenSet(["the", "of", "to", "and", "in", "that", "for", "be", "on", "with", "is", "are", "was", "a", "they", "it", "as", "have", "from", "by", "not"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(["um", "uh", "mm", "hmm", "yeah", "okay", "ok", "like", "i", "you", "know", "mean", "gonna", "oh", "well", "just", "so", "my", "me", "don", "t", "re", "ll", "ve", "m", "s", "kinda", "sort", "kind", "guess"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty = EmptyTerms();

    /// <summary>Whether a term says nothing of what is talked about ("yeah", "think", "这个").</summary>
    public static bool SaysNothing(string term) => Empty.Contains(term);

    /// <summary>Whether a text is speech written down, by the small words of speech.</summary>
    public static bool IsSpoken(string text)
    {
        var units = Units(text);
        return units > 200 && Oral().Count(text) > SpokenShare * units;
    }

    /// <summary>How well a sentence reads by itself: about 1, less for one full of pauses, at least 0.1.</summary>
    public static double Reading(string sentence)
    {
        var (words, carrying, filling, ideographs) = (0, 0, 0, 0);
        foreach (var match in Word().EnumerateMatches(sentence))
        {
            words++;
            var word = sentence.Substring(match.Index, match.Length).ToLowerInvariant();
            carrying += Carrying.Contains(word) ? 1 : 0;
            filling += Fillers.Contains(word) ? 1 : 0;
        }

        ideographs = sentence.Count(QuestionLanguage.IsIdeograph);
        var style = words == 0 || ideographs > words ? 1.0 : 1 + ((carrying - (Filling * filling)) / words);
        if (ideographs > 0)
        {
            var oral = 0;
            foreach (var match in ChineseOral().EnumerateMatches(sentence))
            {
                oral += match.Length;
            }

            style -= (double)oral / sentence.Length;
        }

        return Math.Max(0.1, style);
    }

    /// <summary>The length of a text: words, and ideographs each as one.</summary>
    public static int Units(string text)
    {
        var units = text.Count(QuestionLanguage.IsIdeograph);
        foreach (var match in Word().EnumerateMatches(text))
        {
            units++;
        }

        return units;
    }

    /// <summary>Where a sentence begins to say something.</summary>
    public static int Opening(string sentence)
    {
        var length = Opener().Match(sentence).Length;
        return length < sentence.Length / 2 ? length : 0;
    }

    private static FrozenSet<string> EmptyTerms() =>
        FrozenSet.ToFrozenSet(
            TextAnalyzer.Analyze(
                "um uh mm hmm yeah yes okay ok right well like know think thought mean got get go going gonna kind sort thing things really actually actual maybe probably pretty say said says see look looking want wanted need way lot little bit good fine sure guess something anything everything stuff come make put take let lets one two thank thanks sorry back now then vocalsound disfmarker gap pause nonvocalsound laugh laughter inaudible thou thee thy sir")
                .Select(term => term.Term)
                .Concat(["这个", "那个", "就是", "然后", "我们", "你们", "他们", "咱们", "大家", "其实", "可能", "的话", "一个", "是不", "不是", "对吧", "觉得", "我觉", "什么", "怎么", "没有", "还有", "因为", "所以", "但是", "如果", "这样", "这种", "一些", "一下", "现在", "时候", "这么", "那么", "非常", "是一", "有一", "个是", "们的", "是我", "这是"]),
            StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}-[\u3400-\u9fff]]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:um+|uh+|hmm+|mm-hmm|yeah|okay|gonna|you know|i mean)\b|\{(?:vocalsound|disfmarker|pause|gap)\}|\[(?:laughter|inaudible|crosstalk)\]|然后|对吧|的话|这个|那个|其实|我觉得|咱们|大家|就是说|[啊嗯呃]", RegexOptions.IgnoreCase)]
    private static partial Regex Oral();

    [GeneratedRegex("这个|那个|就是|然后|对吧|我们|你们|我觉得|其实|可能|的话|一个|咱们|大家|[啊吧嘛呢呃嗯]")]
    private static partial Regex ChineseOral();

    [GeneratedRegex(@"^(?:(?:\{[a-z]+\}|\[[a-z]+\]|um+|uh+|mm+|hmm+|yeah|okay|ok|right|well|so|and|but|alright|oh|yes|no|like|i mean|you know|i think|i guess|just|now)\b?[\s,.\-–]+)+|^(?:(?:那么|然后|所以|其实|就是说?|好的?|对吧?|嗯|啊|呃|因此|但是|而且|另外)[，,、 ]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();
}
