using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Finds the bounds of numbers that a question sets: "over 100 EUR", "between 5 and 10", "50 岁以上".</summary>
internal static partial class AmountReader
{
    private const string Number = @"(?:[$€£¥￥]\s?)?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?:\s?(?:thousand|million|billion|[kK](?![A-Za-z])|百万|千万|万|千|亿))?";
    private const string Unit = @"(?:\s?(?<unit>%|％|[€$£¥]|(?:EUR|USD|GBP|CNY|RMB|JPY|CHF|euros?|dollars?|pounds?|yuan|percent|kg|g|km|m|cm|mm|l|ml|hours?|minutes?|days?|years?(?: old)?|points?|units?|pieces?)(?![A-Za-z])|美元|欧元|元|块钱?|岁|公斤|千克|公里|厘米|米|分钟|小时|天|分|件|个|台|人|名))?";

    /// <summary>The bounds in order.</summary>
    public static List<Amount> Find(string text)
    {
        var amounts = new List<Amount>();
        foreach (Match match in Bounded().Matches(text))
        {
            if (Of(match) is { } bounds)
            {
                amounts.Add(new Amount(new Phrase(match.Index, match.Length), bounds, match.Groups["unit"].Value, match.Groups["op"].Value.ToLowerInvariant()));
            }
        }

        return amounts;
    }

    private static Bounds? Of(Match match)
    {
        if (Value(match.Groups["first"].Value) is not { } first)
        {
            return null;
        }

        if (match.Groups["second"].Success)
        {
            return Value(match.Groups["second"].Value) is { } second && first <= second ? new Bounds(first, second, true, true) : null;
        }

        var words = (match.Groups["op"].Value + match.Groups["tail"].Value).ToLowerInvariant();
        var isStrict = Strict().IsMatch(words);
        return IsUpper(words) ? new Bounds(null, first, false, !isStrict) : new Bounds(first, null, !isStrict, false);
    }

    private static bool IsUpper(string words) => LessWords().IsMatch(words) && !NotLess().IsMatch(words);

    private static double? Value(string written)
    {
        // "5k" is how people write thousands in questions.
        var text = written.Length > 1 && written[^1] is 'k' or 'K' ? written[..^1] + " thousand" : written;
        return NumberReader.Read(text, new WritingHabits(), asShare: false).Select(read => read.Number).FirstOrDefault() is { } number && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex(
        @"(?:\bbetween|\bfrom|\bin the range(?: of)?|介于|在)\s*(?<first>" + Number + @")\s?(?:%|EUR|USD|GBP|元|岁)?\s?(?:and|to|-|–|到|至|和|~)\s?(?<second>" + Number + @")(?!\s?(?:st|nd|rd|th)?\s?(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[年月日号]))" + Unit + @"(?:\s?之间)?"
        + @"|(?<op>\b(?:is |are |was |of )?(?:not |no )?(?:over|above|more than|greater than|higher than|larger than|bigger than|exceed(?:s|ed|ing)?|older than|longer than|heavier than|taller than|at least|less than|fewer than|lower than|smaller than|cheaper than|younger than|shorter than|lighter than|under|below|at most|up to|a minimum of|a maximum of)|[<>]=?|≥|≤|大于等于|小于等于|不?(?:超过|大于|高于|多于|低于|小于|少于|早于|晚于)|不足|不满|未满|至少|至多|超)\s*(?:a |an |the |of )?(?<first>" + Number + ")" + Unit + @"(?:的)?"
        + "|(?<first>" + Number + ")" + Unit + @"\s?(?:(?<tail>(?:\+|(?:or|and) (?:more|above|over|higher|up|older|less|fewer|below|under|lower|younger)\b|及?以上|及?以下|及?以内)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();

    [GeneratedRegex(@"less|fewer|lower|smaller|cheaper|younger|shorter|lighter|under|below|at most|up to|maximum|no more than|not (?:over|above|more|greater|higher|larger|exceed)|no (?:more|greater|higher|larger|older|longer)|^\s*<|≤|小于|低于|少于|早于|不足|不满|未满|至多|不超过|不大于|不高于|不多于|以下|以内")]
    private static partial Regex LessWords();

    [GeneratedRegex(@"^(?:is |are |was |of )?(?:not |no )(?:less|fewer|lower|smaller|younger|shorter)|不(?:低于|小于|少于)")]
    private static partial Regex NotLess();

    // What is not within: the number itself.
    [GeneratedRegex(@"^(?:is |are |was |of )?(?:over|above|more than|greater than|higher than|larger than|bigger than|exceed|older|longer|heavier|taller|less|fewer|lower|smaller|cheaper|younger|shorter|lighter|under|below)|^[<>]$|^(?:超过|大于|高于|多于|低于|小于|少于|早于|晚于|不足|不满|未满|超)$")]
    private static partial Regex Strict();
}
