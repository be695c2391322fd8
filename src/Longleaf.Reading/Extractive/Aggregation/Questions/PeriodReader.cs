using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Finds the periods that a question names: days, months, quarters, halves and years, and what lies between, before and after them.</summary>
internal static partial class PeriodReader
{
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
    private const string Year = "(?:19|20)[0-9]{2}";
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    /// <summary>The periods in order, each with the words that belong to it.</summary>
    /// <param name="text">The question.</param>
    /// <param name="habits">How the table writes dates.</param>
    public static List<(Phrase Place, Period Period)> Find(string text, WritingHabits habits)
    {
        var points = Points(text, habits);
        var periods = new List<(Phrase, Period)>();
        for (var i = 0; i < points.Count; i++)
        {
            var (start, end, period) = points[i];
            if (i + 1 < points.Count && To().IsMatch(text[end..points[i + 1].Start]) && Joined(period, points[i + 1].Period) is { } joined)
            {
                (end, period) = (points[i + 1].End, joined);
                i++;
                start -= From().Match(text[..start]).Length;
                end += Between().Match(text[end..]).Length;
            }
            else
            {
                (start, end, period) = Turned(text, start, end, period);
            }

            if (period.Day is null)
            {
                periods.Add((new Phrase(start, end - start), period));
            }
        }

        return periods;
    }

    private static List<(int Start, int End, Period Period)> Points(string text, WritingHabits habits)
    {
        var points = new List<(int Start, int End, Period Period)>();
        foreach (var (date, place) in DateReader.Dates(text, habits))
        {
            points.Add((place.Start.Value, place.End.Value, new Period(date, date)));
        }

        foreach (Match match in Named().Matches(text))
        {
            if (points.TrueForAll(point => match.Index >= point.End || match.Index + match.Length <= point.Start) && Of(match) is { } period)
            {
                points.Add((match.Index, match.Index + match.Length, period));
            }
        }

        points.Sort((one, other) => one.Start - other.Start);
        return points;
    }

    private static Period? Of(Match match)
    {
        var year = match.Groups["year"] is { Success: true } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : default(int?);
        var (first, last) = (1, 12);
        if (match.Groups["month"] is { Success: true } month)
        {
            first = last = Month(month.Value);
        }
        else if (match.Groups["quarter"] is { Success: true } quarter)
        {
            first = (3 * Number(quarter.Value)) - 2;
            last = first + 2;
        }
        else if (match.Groups["half"] is { Success: true } half)
        {
            (first, last) = half.Value is "上" or "1" || half.Value.StartsWith("first", StringComparison.OrdinalIgnoreCase) ? (1, 6) : (7, 12);
        }
        else if (year is null)
        {
            return null;
        }

        if (match.Groups["day"] is { Success: true } day)
        {
            return new Period(null, null, first, first) { Day = int.Parse(day.ValueSpan, CultureInfo.InvariantCulture) };
        }

        return first is < 1 or > 12 || last > 12 ? null : year is { } known
            ? new Period(new DateOnly(known, first, 1), new DateOnly(known, last, DateTime.DaysInMonth(known, last)))
            : new Period(null, null, first, last);
    }

    private static int Month(string written) => DateReader.MonthOf(written) is > 0 and var month ? month : Number(written);

    private static int Number(string written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var number) ? number
        : Array.FindIndex(Ordinals, ordinal => written.StartsWith(ordinal, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index + 1
        : (int)Math.Min(99, NumberReader.FromIdeographs(written) ?? 0);

    // "from March to May 2026": the year is said once.
    private static Period? Joined(Period one, Period other)
    {
        if (one.FirstMonth is { } month && other.First is { } of)
        {
            one = new Period(new DateOnly(of.Year, month, Math.Min(one.Day ?? 1, DateTime.DaysInMonth(of.Year, month))), null);
        }

        return one.FirstMonth is { } first && other.LastMonth is { } last
            ? first <= last ? new Period(null, null, first, last) : null
            : one.First is { } begin && other.Last is { } end && begin <= end ? new Period(begin, end) : null;
    }

    private static (int Start, int End, Period Period) Turned(string text, int start, int end, Period period)
    {
        var (lead, trail) = (Lead().Match(text[..start]), Trail().Match(text[end..]));
        start -= lead.Length;
        var word = (lead.Groups["word"].Value + trail.Groups["word"].Value).ToLowerInvariant();
        if (period.FirstMonth is not null)
        {
            // "Before March" without a year says nothing of the other years: it is left for nobody to understand.
            return (start, end, word.Length == 0 ? period : period with { Day = 1 });
        }

        end += trail.Length;
        return word switch
        {
            "before" or "prior to" or "earlier than" or "之前" or "以前" or "前" => (start, end, new Period(null, period.First!.Value.AddDays(-1))),
            "until" or "till" or "up to" or "through" or "by" or "为止" => (start, end, new Period(null, period.Last)),
            "after" or "later than" or "之后" or "以后" or "后" => (start, end, new Period(period.Last!.Value.AddDays(1), null)),
            "since" or "from" or "starting" or "as of" or "以来" or "起" or "自" or "从" => (start, end, new Period(period.First, null)),
            _ => (start, end, period),
        };
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:the )?(?<day>[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)? (?:of )?(?<month>" + Months + @")(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?<month>" + Months + @")\.? (?<day>[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\p{L}\p{N}])(?!, [12][0-9]{3})"
        + @"|(?<![0-9])(?<month>1[0-2]|[1-9])月(?<day>[12][0-9]|3[01]|[1-9])[日号]|(?<![\p{L}\p{N}])(?<month>" + Months + @")\.?(?:,? (?:of )?(?<year>" + Year + @")(?![0-9]))"
        + @"|(?<=\b(?:in|during|of|for|since|until|till|before|after|from|to|and|between|through|by|vs\.?|last|this) )(?<month>" + Months + @")(?![\p{L}\p{N}])(?! [0-9])"
        + @"|(?<![\p{L}\p{N}])(?-i:(?<month>" + Months + @"))(?![\p{L}\p{N}])(?! [0-9])"
        + @"|(?<![\p{L}\p{N}])Q(?<quarter>[1-4])(?:[ /\-]?(?:of )?(?<year>" + Year + @"))?(?![0-9])|(?<![\p{L}\p{N}])(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: (?:of )?(?<year>" + Year + @"))?"
        + @"|(?<![\p{L}\p{N}])(?:(?<half>first|second) half|H(?<half>[12]))(?: (?:of )?(?<year>" + Year + @"))?(?![\p{L}\p{N}])"
        + @"|(?<![0-9])(?:(?<year>" + Year + @")\s?年?的?)?第?(?<quarter>[一二三四1-4])季度|(?<![0-9])(?:(?<year>" + Year + @")\s?年?的?)?(?<half>[上下])半年"
        + @"|(?<![0-9])(?:(?<year>" + Year + @")\s?[年\-/]\s?)?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月份?(?![0-9一二三四五六七八九十])"
        + @"|(?<![0-9])(?<year>" + Year + @")[\-/](?<month>1[0-2]|0[1-9])(?![0-9\-/])"
        + @"|(?<![\p{L}\p{N}.,$€£¥#\-])(?<year>" + Year + @")(?:\s?年度?)?(?![0-9]|[.,][0-9]|\s?(?:%|kg|km|EUR|USD|元|个|件|人|units?\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s?(?:,? ?and|to|until|till|through|-|–|—|~|～|到|至|和|与)\s?$", RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex(@"(?:\b(?:between|from|in|during) |从|自|在|介于)$", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s?(?:之间|期间)")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:\b(?<word>before|prior to|earlier than|until|till|up to|through|by|after|later than|since|from|starting|as of) (?:the )?(?:end of |start of )?|\b(?:in|during|of|for|on|within|throughout) (?:the |the month of |the year )?|(?<word>自|从)|在|于)$", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s?(?<word>之前|以前|之后|以后|以来|为止|起|前(?![0-9一二三四五六七八九十])|后)?(?:期间)?")]
    private static partial Regex Trail();
}
