using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Reads dates, times and durations as people write them, and writes them as RFC 3339 and ISO 8601 do.</summary>
internal static partial class DateReader
{
    private const string MonthNames =
        "jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|fév(?:rier)?|mar(?:ch|s|zo)?|märz?|apr(?:il)?|avr(?:il)?|may|mai|jun(?:e|i)?|juin|jul(?:y|i)?|juil(?:let)?|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?|dec(?:ember)?|déc(?:embre)?|dez(?:ember)?";

    // By the first letters, the longest first.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("feb", 2), ("fév", 2), ("mar", 3), ("mär", 3), ("apr", 4), ("avr", 4), ("may", 5), ("mai", 5), ("juin", 6), ("jun", 6), ("juil", 7), ("jul", 7), ("aug", 8), ("aoû", 8), ("sep", 9), ("oct", 10), ("okt", 10),
        ("nov", 11), ("dec", 12), ("déc", 12), ("dez", 12),
    ];

    /// <summary>The full dates of a text in order, with where they stand.</summary>
    public static IEnumerable<(DateOnly Date, Range Place)> Dates(string text, WritingHabits habits)
    {
        foreach (Match match in FullDate().Matches(text))
        {
            if (DateOf(match, habits) is { } date)
            {
                yield return (date, match.Index..(match.Index + match.Length));
            }
        }
    }

    /// <summary>The dates with their times; the time is midnight where none is given, the offset UTC.</summary>
    public static IEnumerable<(string Moment, Range Place)> Moments(string text, WritingHabits habits)
    {
        foreach (var (date, place) in Dates(text, habits))
        {
            var end = place.End.Value;
            var gap = TimeGap().Match(text, end);
            var time = gap.Success ? Time().Match(text, gap.Index + gap.Length) : Match.Empty;
            var clock = time.Success && time.Index == gap.Index + gap.Length ? Clock(time) : null;
            yield return ($"{Write(date)}T{clock ?? "00:00:00Z"}", place.Start..(clock is null ? end : time.Index + time.Length));
        }
    }

    /// <summary>The times of day of a text in order; the offset is UTC where none is given.</summary>
    public static IEnumerable<(string Time, Range Place)> Times(string text)
    {
        foreach (Match match in Time().Matches(text))
        {
            if (Clock(match) is { } clock)
            {
                yield return (clock, match.Index..(match.Index + match.Length));
            }
        }
    }

    /// <summary>The lengths of time of a text in order.</summary>
    public static IEnumerable<(string Duration, Range Place)> Durations(string text)
    {
        foreach (Match match in Duration().Matches(text))
        {
            if (DurationOf(match) is { } duration)
            {
                yield return (duration, match.Index..(match.Index + match.Length));
            }
        }
    }

    /// <summary>A date by RFC 3339.</summary>
    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The month that a name is of, whole or short, from 1; 0 if it is none.</summary>
    public static int MonthOf(string name) => Array.Find(Months, month => name.StartsWith(month.Start, StringComparison.OrdinalIgnoreCase)).Month;

    private static DateOnly? DateOf(Match match, WritingHabits habits)
    {
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["cy"].Success)
        {
            return Make(Ideographs(match, "cy"), Ideographs(match, "cm"), Ideographs(match, "cd"));
        }

        if (match.Groups["iy"].Success)
        {
            return Make(Part("iy"), Part("im"), Part("id"));
        }

        if (match.Groups["name"].Success)
        {
            return Make(Part("y"), MonthOf(match.Groups["name"].Value), Part("d"));
        }

        var (first, second, year) = (Part("first"), Part("second"), Part("ny"));
        year += match.Groups["ny"].Length > 2 ? 0 : year <= 68 ? 2000 : 1900;

        // Dots are of languages that put the day first.
        var dayFirst = first > 12 || (second <= 12 && (habits.DayFirst || match.Groups["dot"].Success));
        return dayFirst ? Make(year, second, first) : Make(year, first, second);
    }

    private static int Ideographs(Match match, string name) =>
        int.TryParse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture, out var digits) ? digits : (int)Math.Min(9999, NumberReader.FromIdeographs(match.Groups[name].Value) ?? 0);

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static string? Clock(Match match)
    {
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        var half = match.Groups["half"].Value + match.Groups["lead"].Value;
        hour += hour < 12 && (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) || half is "下午" or "晚上") ? 12 : 0;
        hour -= hour == 12 && half.StartsWith("a", StringComparison.OrdinalIgnoreCase) ? 12 : 0;
        var offset = match.Groups["offset"].Value.ToUpperInvariant();
        offset = offset.Length == 5 ? offset.Insert(3, ":") : offset is "" or "UTC" or "GMT" ? "Z" : offset;
        return hour > 23 || minute > 59 || second > 59 ? null : string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}{offset}");
    }

    private static string? DurationOf(Match match)
    {
        var (date, time) = ("", "");
        var units = match.Groups["unit"].Captures;
        var rank = -1;
        for (var i = 0; i < units.Count; i++)
        {
            var count = match.Groups["count"].Captures[i].Value;
            var number = long.TryParse(count, CultureInfo.InvariantCulture, out var digits) ? digits : NumberReader.FromIdeographs(count) is { } ideographs and > 0 ? ideographs : NumberReader.Read(count, new WritingHabits(), asShare: false).Select(read => read.Number).FirstOrDefault() is { } word && long.TryParse(word, CultureInfo.InvariantCulture, out var counted) ? counted : -1;
            var letter = Unit(units[i].Value);
            var place = "YMWDhms".IndexOf(letter, StringComparison.Ordinal);
            if (number < 0 || place <= rank || (letter == 'W' && units.Count > 1))
            {
                return null;
            }

            rank = place;
            var written = number.ToString(CultureInfo.InvariantCulture) + char.ToUpperInvariant(letter);
            (date, time) = char.IsLower(letter) ? (date, time + written) : (date + written, time);
        }

        return "P" + date + (time.Length > 0 ? "T" + time : "");
    }

    private static char Unit(string unit) => unit.ToLowerInvariant() switch
    {
        ['y', ..] or "年" => 'Y',
        ['m', 'o', ..] or "月" or "个月" => 'M',
        ['w', ..] or "周" or "星期" or "个星期" => 'W',
        ['d', ..] or "天" or "日" => 'D',
        ['h', ..] or "小时" or "个小时" => 'h',
        ['m', ..] or "分钟" or "分" => 'm',
        _ => 's',
    };

    [GeneratedRegex(
        @"(?<![0-9])(?<iy>[12][0-9]{3})[-/.](?<im>[01]?[0-9])[-/.](?<id>[0-3]?[0-9])(?![0-9])"
        + @"|(?<![0-9./\-])(?<first>[0-3]?[0-9])(?:(?<dot>\.)\s?|[/\-])(?<second>[0-3]?[0-9])(?:\.\s?|[/\-])(?<ny>[12][0-9]{3}|[0-9]{2})(?![0-9])"
        + @"|(?<![0-9])(?<d>[0-3]?[0-9])(?:st|nd|rd|th|\.)?(?:\s?[-/]\s?|\s+)(?:of\s+|de\s+)?(?<name>" + MonthNames + @")\.?(?:\s?[-/]\s?|,?\s+)(?:de\s+)?(?<y>[12][0-9]{3})(?![0-9])"
        + @"|(?<!\p{L})(?<name>" + MonthNames + @")\.?\s+(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s+(?<y>[12][0-9]{3})(?![0-9])"
        + @"|(?<cy>[12][0-9]{3}|[零〇○一二三四五六七八九]{4})\s?年\s?(?<cm>[01]?[0-9]|[一二三四五六七八九十]{1,2})\s?月\s?(?<cd>[0-3]?[0-9]|[一二三四五六七八九十]{1,3})\s?[日号]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\G(?:T|,?\s*(?:at\s+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex TimeGap();

    [GeneratedRegex(
        @"(?<![0-9.,:])(?<lead>上午|下午|晚上)?\s?(?:(?<hour>[0-2]?[0-9])[:：](?<minute>[0-5][0-9])(?:[:：](?<second>[0-5][0-9])(?:\.[0-9]+)?)?(?:\s?(?<half>[ap])\.?m\b\.?)?|(?<hour>[01]?[0-9])\s?(?<half>[ap])\.?m\b\.?|(?<hour>[0-2]?[0-9])\s?[点时](?:(?<minute>[0-5]?[0-9])分)?)(?:\s?(?<offset>Z|UTC|GMT|[+\-][0-9]{2}:?[0-9]{2})(?![0-9A-Za-z]))?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(?<![\p{Lu}\p{Ll}\p{N}.,])(?:(?<count>[0-9]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|[一二两三四五六七八九十]{1,3})(?:\s?\([0-9]{1,4}\))?[ \-\u00a0]?(?:(?:calendar|business|working|full)\s)?(?<unit>years?|yrs?|months?|mos?\b|weeks?|wks?|days?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s|年|个月|个?星期|周|天|日|个?小时|分钟|秒)(?![A-Za-z])(?:(?:,| and|, and)?\s?(?=[0-9])|\s?and\s(?=[a-z])|(?=[0-9一二两三四五六七八九十]))?){1,6}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Duration();
}
