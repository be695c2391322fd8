using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Patterns of points in time, in English and Chinese.</summary>
internal static partial class Dates
{
    private const string Month = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
    private const string Weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private const string Day = "(?:[0-3]?[0-9](?:st|nd|rd|th)?)";
    private const string Time = "(?:(?:上午|下午|早上|晚上|中午|凌晨|清晨|傍晚|夜里)?\\s?(?<![0-9.,:])[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?(?:\\s?[ap]\\.?m\\b\\.?)?|(?<![0-9.,:])[0-2]?[0-9][.][0-5][0-9]\\s?(?:[ap]\\.m\\.|[ap]m\\b|o'clock\\b|Uhr\\b|hrs?\\b)|(?<![0-9.,:])[0-2]?[0-9]\\s?h\\s?[0-5][0-9]\\b|\\b[01]?[0-9]\\s?(?:[ap]\\.m\\.|[ap]m\\b|o['’]clock\\b))";

    /// <summary>Dates, years, times of day.</summary>
    [GeneratedRegex(
        "(?:" + Time + ",? (?:on )?)?(?:"
        + "\\b[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9]\\b|\\b[0-3]?[0-9][./-][0-3]?[0-9][./-](?:[12][0-9])?[0-9]{2}\\b"
        + "|(?:公元)?前?[0-9]{1,4}\\s?年(?:代|度)?(?:\\s?[0-9]{1,2}\\s?月份?(?:\\s?[0-9]{1,2}\\s?[日号])?)?(?:[初底末]|[上中下]旬)?|[0-9]{1,2}\\s?月\\s?[0-9]{1,2}\\s?[日号]|[零〇○一二三四五六七八九十]{2,4}年(?:代|[零〇一二三四五六七八九十]{1,2}月(?:[零〇一二三四五六七八九十]{1,3}[日号])?)?|[一二三四五六七八九十]{1,2}月[初一二三四五六七八九十]{1,3}[日号]?|[0-9]{1,2}\\s?月份?|[0-9一二三四五六七八九十]{1,3}世纪(?:[初中末]期?)?"
        + "|(?:\\b" + Weekday + ",? )?\\b" + Day + "(?: of)? " + Month + "(?:,? [12][0-9]{3}\\b)?|(?:\\b" + Weekday + ",? )?\\b" + Month + " " + Day + "\\b(?:(?:\\s?[-–]\\s?| to | and )" + Day + "\\b)?(?:,? [12][0-9]{3}\\b)?|\\b" + Month + ",? (?:of )?[12][0-9]{3}\\b"
        + "|\\b(?:early |late |mid-? ?|the )*(?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first) century(?: BCE?| AD)?\\b"
        + "|\\b[12][0-9]{3}s\\b|\\b[0-9]{1,4} ?(?:BCE?|AD|CE)\\b|\\b(?:1[0-9]{3}|20[0-9]{2})(?:\\s?[-–/]\\s?[0-9]{2,4})?\\b(?! ?(?:rpm|kg|km|m|W|mm|cm|%|,[0-9]|\\.[0-9]|people|metres|meters|miles))"
        + "|\\b" + Weekday + "s?\\b|(?:星期|礼拜|周)[一二三四五六日天]|\\b(?:Spring|Summer|Autumn|Fall|Winter) (?:of )?[12][0-9]{3}\\b|\\b" + Month + "\\b(?=[,. )]|$)"
        + ")(?:,? (?:at )?" + Time + ")?|" + Time + "(?:\\s?(?:-|–|—|~|至|到|to|until|and)\\s?" + Time + ")?|(?:上午|下午|早上|晚上|中午|凌晨|清晨|傍晚|夜里)?\\s?[0-9零一二两三四五六七八九十]{1,3}\\s?[点时](?:[0-9]{1,2}分?|[一二三四五六七八九十]{1,3}分?|半|整|一刻|三刻)?(?!间|候|代|期|的话)",
        RegexOptions.CultureInvariant)]
    public static partial Regex PointInTime();
}
