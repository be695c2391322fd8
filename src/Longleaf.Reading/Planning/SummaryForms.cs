using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Reads the length and shape of a summary out of a question and a role: "in three sentences", "100 words", "一句话", bullet points.</summary>
internal static partial class SummaryForms
{
    private const int MaxRole = 4_000;
    private const double ShorterScale = 0.5;
    private const double LongerScale = 2;

    private static readonly string[] Numbers = ["a single", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private const string ChineseNumbers = "一二三四五六七八九十";

    /// <summary>The form: what the question demands goes before what the role does.</summary>
    public static SummaryForm Of(string question, string? role, bool brief)
    {
        var standing = role is null ? "" : role.Length > MaxRole ? role[..MaxRole] : role;
        return new SummaryForm
        {
            Sentences = Bounded(Sentences(question) ?? Points(question) ?? Sentences(standing) ?? Points(standing), 1, 40),
            Words = Bounded(Words(question) ?? Words(standing), 10, 2_000),
            Bullets = (Bullet().IsMatch(question) || Bullet().IsMatch(standing)) && !Paragraph().IsMatch(question),
            Scale = Briefly().IsMatch(question) || brief ? ShorterScale : Detailed().IsMatch(question) ? LongerScale : 1,
        };
    }

    /// <summary>How much longer or shorter a turn wants the answer before it ("shorter, please", "再详细一点"); 1 where it wants something else.</summary>
    public static double Rescaled(string turn) => turn.Length > 80 ? 1 : Shorter().IsMatch(turn) ? ShorterScale : Longer().IsMatch(turn) ? LongerScale : 1;

    private static int? Sentences(string text) =>
        SentenceCount().Match(text) is { Success: true } match ? Number(match.Groups["n"].Value)
        : ChineseSentenceCount().Match(text) is { Success: true } chinese ? Number(chinese.Groups["n"].Value)
        : null;

    private static int? Points(string text) => PointCount().Match(text) is { Success: true } match ? Number(match.Groups["n"].Value) : null;

    private static int? Words(string text) => WordCount().Match(text) is { Success: true } match ? Number(match.Groups["n"].Value) : null;

    private static int? Bounded(int? value, int least, int most) => value is { } number and > 0 ? Math.Clamp(number, least, most) : null;

    private static int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var word = Array.IndexOf(Numbers, text.ToLowerInvariant());
        return word >= 0 ? Math.Max(1, word)
            : text == "两" ? 2
            : text == "百" ? 100
            : text.Length == 2 && text[1] == '百' ? 100 * Number(text[..1])
            : text.Length == 2 && text[1] == '十' ? 10 * Number(text[..1])
            : text.Length == 1 && ChineseNumbers.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var digit ? digit + 1 : null;
    }

    [GeneratedRegex(@"\b(?<n>[0-9]{1,2}|a single|one|two|three|four|five|six|seven|eight|nine|ten)[ \-](?:short |brief |concise |full )?sentences?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SentenceCount();

    [GeneratedRegex(@"(?<n>[0-9]{1,2}|[一二两三四五六七八九十])\s?句话?")]
    private static partial Regex ChineseSentenceCount();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:short |brief |concise |key |main |most important |bullet(?:ed)? |important ){0,2}(?:bullets?|points?|items?|takeaways?)\b|(?<n>[0-9]{1,2}|[一二两三四五六七八九十])\s?[个条]?(?:要点|关键点|重点)", RegexOptions.IgnoreCase)]
    private static partial Regex PointCount();

    [GeneratedRegex(@"\b(?<n>[0-9]{2,4})[ \-]words?\b|(?<n>[0-9]{2,4}|[一二两三四五六七八九]?百|[二三四五六七八九]十)\s?个?(?:汉字|字)", RegexOptions.IgnoreCase)]
    private static partial Regex WordCount();

    [GeneratedRegex(@"\bbullet(?:s|ed)?\b|\bas a list\b|\bin points\b|\b(?:key|main) (?:points|takeaways)\b|要点|分点|分条|逐条|列表", RegexOptions.IgnoreCase)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\b(?:no|without) bullets?\b|\bone paragraph\b|\ba (?:single )?paragraph\b|一段话", RegexOptions.IgnoreCase)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\b(?:brief(?:ly)?|in short|short(?:ly)?|concise(?:ly)?|tl;?dr|in a nutshell|quick(?:ly)?)\b|简要|简短|简单|简洁|扼要", RegexOptions.IgnoreCase)]
    private static partial Regex Briefly();

    [GeneratedRegex(@"\b(?:detailed|in detail|thorough(?:ly)?|comprehensive(?:ly)?|at length|long summary)\b|详细|详尽|全面", RegexOptions.IgnoreCase)]
    private static partial Regex Detailed();

    [GeneratedRegex(@"^\W*(?:(?:please|can you|could you|make (?:it|that|this)|a (?:bit|little)|even|much|still|now)\W+){0,4}(?:short(?:er|en)|brief(?:er|ly)|(?:more|be) (?:brief|concise)|condense|too long|in short)\b|^\W*(?:请|能不能|可以)?(?:再|更)?(?:短|简短|简洁|精简|简要|简单)(?:一?[点些]|一下)?|^太长", RegexOptions.IgnoreCase)]
    private static partial Regex Shorter();

    [GeneratedRegex(@"^\W*(?:(?:please|can you|could you|give me|i want|some|make (?:it|that|this)|a (?:bit|little)|even|much|still|now)\W+){0,4}(?:longer|more details?|more detailed|in more detail|elaborate|expand|too short)\b|^\W*(?:请|能不能|可以)?(?:再|更)?(?:详细|具体|展开|长)(?:一?[点些]|一下|说说)?|^太短", RegexOptions.IgnoreCase)]
    private static partial Regex Longer();
}
